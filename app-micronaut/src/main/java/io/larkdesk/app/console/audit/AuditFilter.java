package io.larkdesk.app.console.audit;

import io.larkdesk.app.console.Section;
import io.larkdesk.app.page.Query;
import io.larkdesk.app.web.Form;
import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditQuery;
import io.larkdesk.core.audit.AuditSpot;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import io.micronaut.http.HttpParameters;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries the page shows. It stands in the page's address.
 *
 * @param book of which book only
 * @param who by which of the provider's people, or which other kind of actor
 * @param action what was done
 * @param from since which day, in the viewer's zone
 * @param until until which day, that day too
 * @param after after which to go on
 */
public record AuditFilter(
        Optional<AuditBook> book,
        Optional<AuditActor> who,
        Optional<AuditAction> action,
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Optional<AuditSpot> after) {

    private static final String PROVIDER = "provider";

    /** Refuses null. */
    public AuditFilter {
        Objects.requireNonNull(book, "book");
        Objects.requireNonNull(who, "who");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(after, "after");
    }

    /** The filter in an address; what is none is left out. */
    static AuditFilter of(HttpParameters parameters, TenantId provider) {
        return new AuditFilter(
                book(parameters.get("book")),
                Optional.ofNullable(parameters.get("who")).flatMap(text -> actor(text, provider)),
                Arrays.stream(AuditAction.values())
                        .filter(action -> action.name().equals(parameters.get("action")))
                        .findAny(),
                Form.findDay(parameters.get("from")),
                Form.findDay(parameters.get("until")),
                Optional.ofNullable(parameters.get("after")).flatMap(AuditFilter::spot));
    }

    /** The book that {@code text} names in addresses and forms. */
    static Optional<AuditBook> book(@Nullable String text) {
        return PROVIDER.equals(text)
                ? Optional.of(AuditBook.PROVIDER)
                : Form.findId(text).map(AuditBook::withId);
    }

    /** How {@code book} stands in addresses and forms. */
    public static String name(AuditBook book) {
        return book.customer().map(customer -> customer.value().toString()).orElse(PROVIDER);
    }

    private static Optional<AuditActor> actor(String text, TenantId provider) {
        return Form.findId(text)
                .map(id -> AuditActor.of(new PersonId(provider, id)))
                .or(() -> AuditPages.UNNAMED.stream()
                        .filter(actor -> actor.text().equals(text))
                        .findAny());
    }

    private static Optional<AuditSpot> spot(String text) {
        String[] parts = text.split("_", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        Optional<Instant> at = Form.findInstant(parts[0]);
        Optional<UUID> book = Form.findId(parts[1]);
        Optional<Long> place = Form.findNumber(parts[2]);
        return at.flatMap(instant ->
                book.flatMap(id -> place.map(number -> new AuditSpot(instant, AuditBook.withId(id), number))));
    }

    AuditQuery query(ZoneId zone) {
        return new AuditQuery(
                Optional.empty(),
                who,
                action,
                from.map(day -> day.atStartOfDay(zone).toInstant()),
                until.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()),
                after);
    }

    AuditFilter after(AuditSpot spot) {
        return new AuditFilter(book, who, action, from, until, Optional.of(spot));
    }

    AuditFilter fromTheStart() {
        return new AuditFilter(book, who, action, from, until, Optional.empty());
    }

    /** Whether anything is left out. */
    public boolean isNarrow() {
        return !asked().isEmpty();
    }

    /** How who did it stands in addresses. */
    static String name(AuditActor actor) {
        return actor.findPerson().map(person -> person.value().toString()).orElseGet(actor::text);
    }

    /** The query of the address; with the question mark, if it asks for anything. */
    public String asked() {
        Map<String, String> asked = new LinkedHashMap<>();
        book.ifPresent(one -> asked.put("book", name(one)));
        who.ifPresent(one -> asked.put("who", name(one)));
        action.ifPresent(one -> asked.put("action", one.name()));
        from.ifPresent(day -> asked.put("from", day.toString()));
        until.ifPresent(day -> asked.put("until", day.toString()));
        after.ifPresent(spot ->
                asked.put("after", spot.at().toEpochMilli() + "_" + spot.book().id() + "_" + spot.place()));
        return Query.of(asked);
    }

    /** The address of the page. */
    public String path() {
        return Section.AUDIT.path() + asked();
    }
}
