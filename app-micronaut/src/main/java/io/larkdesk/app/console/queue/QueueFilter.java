package io.larkdesk.app.console.queue;

import io.larkdesk.app.console.Section;
import io.larkdesk.app.page.Query;
import io.larkdesk.app.web.Form;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.queue.QueueQuery;
import io.larkdesk.core.queue.QueueQuery.Assignee;
import io.larkdesk.core.queue.QueueQuery.Place;
import io.larkdesk.core.queue.QueueQuery.Whose;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.ticket.TicketWords;
import io.micronaut.http.HttpParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Which tickets the queue shows. It stands in the page's address, so that going back, sharing and keeping a view as a bookmark work.
 *
 * @param whose in whose hands
 * @param customer of which customer only
 * @param engineer in whose hands only
 * @param isAtRisk whether only those of which a target is due soon, or was not kept
 * @param words what they are found by
 * @param turn whose turn it has to be
 * @param after the place after which to begin
 */
public record QueueFilter(
        Whose whose,
        Optional<TenantId> customer,
        Optional<Assignee> engineer,
        boolean isAtRisk,
        Optional<TicketWords> words,
        Optional<Side> turn,
        Optional<Place> after) {

    /** What stands in an address for tickets that nobody has. */
    public static final String NOBODY = "nobody";

    /** Refuses null. */
    public QueueFilter {
        Objects.requireNonNull(whose, "whose");
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(engineer, "engineer");
        Objects.requireNonNull(words, "words");
        Objects.requireNonNull(turn, "turn");
        Objects.requireNonNull(after, "after");
    }

    /** The filter in an address that {@code asker} opened; what is none is left out. */
    static QueueFilter of(HttpParameters parameters, PersonId asker) {
        return new QueueFilter(
                Query.find(Whose.class, parameters.get("view")).orElse(Whose.SERVED),
                Form.findId(parameters.get("customer")).map(TenantId::new),
                Optional.ofNullable(parameters.get("engineer")).flatMap(text -> assignee(text, asker)),
                Optional.ofNullable(parameters.get("risk")).isPresent(),
                Optional.ofNullable(parameters.get("q")).flatMap(TicketWords::of),
                Query.find(Side.class, parameters.get("turn")),
                Optional.ofNullable(parameters.get("after")).flatMap(Place::parse));
    }

    /** All of the staff are people of one tenant. */
    private static Optional<Assignee> assignee(String text, PersonId asker) {
        return text.equals(NOBODY)
                ? Optional.of(new Assignee(Optional.empty()))
                : Form.findId(text).map(id -> new Assignee(Optional.of(new PersonId(asker.tenant(), id))));
    }

    QueueQuery query(PersonId asker) {
        QueueQuery query = QueueQuery.of(whose, asker)
                .ofCustomer(customer)
                .assignedTo(engineer)
                .atRisk(isAtRisk)
                .foundBy(words)
                .from(after);
        return turn.map(query::onTurn).orElse(query);
    }

    /** The first of those in these hands. */
    public QueueFilter with(Whose other) {
        return new QueueFilter(other, customer, engineer, isAtRisk, words, Optional.empty(), Optional.empty());
    }

    /** What comes after {@code place}, where it is the turn of {@code side}. */
    QueueFilter from(Side side, Place place) {
        return new QueueFilter(whose, customer, engineer, isAtRisk, words, Optional.of(side), Optional.of(place));
    }

    /** Whether anything is left out that is in these hands. */
    public boolean isNarrow() {
        return customer.isPresent() || engineer.isPresent() || isAtRisk || words.isPresent() || turn.isPresent();
    }

    /** The key of {@link #whose}. */
    public String view() {
        return Query.token(whose);
    }

    /** In whose hands, as the address has it; blank if that does not matter. */
    public String holder() {
        return engineer.map(who ->
                        who.engineer().map(person -> person.value().toString()).orElse(NOBODY))
                .orElse("");
    }

    /** What is looked for, as it was typed. */
    public String sought() {
        return words.map(TicketWords::text).orElse("");
    }

    /** The query of the address; with the question mark, if it asks for anything. */
    public String asked() {
        Map<String, String> asked = new LinkedHashMap<>();
        if (whose != Whose.SERVED) {
            asked.put("view", view());
        }
        customer.ifPresent(tenant -> asked.put("customer", tenant.value().toString()));
        engineer.ifPresent(who -> asked.put("engineer", holder()));
        if (isAtRisk) {
            asked.put("risk", "1");
        }
        words.ifPresent(sought -> asked.put("q", sought.text()));
        turn.ifPresent(side -> asked.put("turn", Query.token(side)));
        after.ifPresent(place -> asked.put("after", place.toString()));
        return Query.of(asked);
    }

    /** The query of the address of the first of them. */
    String standing() {
        return with(whose).asked();
    }

    /** The address of the page. */
    public String path() {
        return Section.QUEUE.path() + asked();
    }
}
