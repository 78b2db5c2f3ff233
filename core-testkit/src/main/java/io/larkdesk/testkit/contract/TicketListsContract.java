package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.group.TicketGroup;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.ticket.Description;
import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketQuery;
import io.larkdesk.core.ticket.TicketQuery.Show;
import io.larkdesk.core.ticket.TicketQuery.Sort;
import io.larkdesk.core.ticket.TicketState;
import io.larkdesk.core.ticket.TicketWords;
import io.larkdesk.core.ticket.Tickets;
import io.larkdesk.core.ticket.Title;
import io.larkdesk.testkit.Scene;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.ticket.Tickets} about what is listed, found by words, and counted. */
public abstract class TicketListsContract extends TicketScene {

    /** Made for subclasses. */
    protected TicketListsContract() {}

    @Test
    void theProductsOfAnOpenerAreListedTheLastUsedFirst() {
        Ticket first = saved(TicketState.CLOSED, present(), Severity.NORMAL, Optional.empty());
        Ticket second = saved(TicketState.NEW, present(), Severity.NORMAL, Optional.empty());
        Ticket third = saved(TicketState.NEW, present(), Severity.NORMAL, Optional.empty());
        saved(TicketState.NEW, present(), Severity.NORMAL, Optional.empty());
        List<Product> used = List.of(
                first.product().orElseThrow(),
                third.product().orElseThrow(),
                second.product().orElseThrow());

        assertThat(stores().tickets().listProductsOf(group.id(), ann.id(), 9)).isEqualTo(used);
        assertThat(stores().tickets().listProductsOf(group.id(), ann.id(), 1)).isEqualTo(used.subList(0, 1));
        assertThat(stores().tickets().listProductsOf(group.id(), eva.id(), 9)).isEmpty();
        assertThat(stores().tickets()
                        .listProductsOf(scene().group(scene().customer("Other")).id(), ann.id(), 9))
                .isEmpty();
    }

    @Test
    void ticketsAreListedPageByPageInEachOrderAndThroughEachFilter() {
        Instant now = present();
        List<Ticket> all = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            // Several are equal in each order, so that the number has to decide
            all.add(saved(
                    List.of(TicketState.values()).get(i % 5),
                    now.plusMillis(i % 3),
                    List.of(Severity.values()).get(i % 4),
                    i % 7 == 0 ? Optional.empty() : Optional.of(i % 2 == 0 ? eva.id() : eli.id())));
        }
        scene().ticket(scene().group(scene().customer("Other")), ann);
        for (Sort sort : Sort.values()) {
            for (Show show : Show.values()) {
                for (TicketQuery.Scope scope :
                        List.of(new TicketQuery.OfGroup(group.id()), new TicketQuery.OfEngineer(eva.id()))) {
                    for (Optional<PersonId> engineer : List.of(Optional.<PersonId>empty(), Optional.of(eli.id()))) {
                        for (Optional<Product> product :
                                List.of(Optional.<Product>empty(), Optional.of(new Product("P1")))) {
                            requireListed(
                                    new TicketQuery(
                                            scope,
                                            show,
                                            product,
                                            engineer,
                                            Optional.empty(),
                                            Optional.empty(),
                                            sort,
                                            Optional.empty()),
                                    all);
                        }
                    }
                }
            }
        }
    }

    private void requireListed(TicketQuery query, List<Ticket> all) {
        List<Ticket> expected =
                all.stream().filter(query::includes).sorted(order(query.sort())).toList();
        List<Ticket> found = new ArrayList<>();
        Tickets.Found page = stores().tickets().list(query, PAGE);
        found.addAll(page.tickets());
        while (page.next().isPresent()) {
            assertThat(page.tickets()).hasSizeLessThanOrEqualTo(PAGE);
            page = stores().tickets().list(query.from(page.next()), PAGE);
            found.addAll(page.tickets());
        }
        assertThat(found).as(query.toString()).containsExactlyElementsOf(expected);
    }

    private static Comparator<Ticket> order(Sort sort) {
        Comparator<Ticket> byNumber = Comparator.comparing(Ticket::number).reversed();
        return switch (sort) {
            case LAST_ACTIVITY ->
                Comparator.<Ticket, Instant>comparing(ticket -> ticket.times().activeAt())
                        .reversed()
                        .thenComparing(byNumber);
            case NUMBER -> byNumber;
            case SEVERITY -> Comparator.comparing(Ticket::severity).reversed().thenComparing(byNumber);
        };
    }

    @Test
    void ticketsAreFoundByNumberAndTitleAndInTheReadersGroupsByWhatWasSaid() {
        Ticket slow = told("Checkout writes time out on pg-prod-3", "Since 14:00 the Primary ist überlastet");
        Ticket lost = told("数据丢失，无法恢复", "");
        scene().join(groupOf(slow), ann);
        scene().say(groupOf(slow), ann, "The failover of " + Scene.at(eva) + " is stuck, 主库已经切换");
        scene().say(groupOf(lost), ann, "The failover worked");
        scene().say(groupOf(slow), ann, "x" + "𐌰".repeat(30));
        requireFound("#" + slow.number().value(), ann, slow);
        requireFound("" + lost.number().value(), eva, lost);
        requireFound("TIME check", eva, slow);
        requireFound("pg-prod-3", eva, slow);
        requireFound("数据", eva, lost);
        requireFound("恢", eva, lost);
        requireFound("ÜBERLASTET primary", ann, slow);
        requireFound("ueberlastet", ann);
        requireFound("primary", eva);
        requireFound("failover", ann, slow);
        requireFound("failover", eva);
        requireFound("切换", ann, slow);
        requireFound("换切", ann);
        requireFound("x𐌰𐌰", ann, slow);
        requireFound("checkout failover", ann);
        requireFound(eva.id().value().toString().substring(0, 8), ann);
        requireFound("%_ ' & | ! :*", ann);
        requireFound("work", ann);
    }

    @Test
    void whatIsSaidAnewIsFoundAndWhatIsTakenBackIsNot() {
        Ticket ticket = told("It does not work", "");
        scene().join(groupOf(ticket), ann);
        Message message = scene().say(groupOf(ticket), ann, "seven");
        requireFound("seven", ann, ticket);
        stores().messages().replace(message.id(), scene().words(ann, "eight"));
        requireFound("seven", ann);
        requireFound("eight", ann, ticket);
        stores().messages()
                .replace(message.id(), new Content.Deleted(ann.id(), new ClientId(new UUID(7, 8)), present()));
        requireFound("eight", ann);
        scene().say(groupOf(ticket), ann, "nine");
        requireFound("nine", ann, ticket);
        scene().leave(scene().join(groupOf(ticket), ann));
        requireFound("nine", ann);
    }

    @Test
    void onlySomeAreListed() {
        Ticket one = saved(TicketState.NEW, present(), Severity.LOW, Optional.empty());
        Ticket other = saved(TicketState.NEW, present(), Severity.LOW, Optional.empty());
        TicketQuery all = TicketQuery.of(new TicketQuery.OfGroup(group.id()));
        assertThat(stores().tickets().list(all.only(Set.of(one.id())), PAGE).tickets())
                .containsExactly(one);
        assertThat(stores().tickets().list(all.only(Set.of()), PAGE).tickets()).isEmpty();
        assertThat(stores().tickets()
                        .list(search("ticket", ann).only(Set.of(other.id())), PAGE)
                        .tickets())
                .containsExactly(other);
    }

    private void requireFound(String words, Person reader, Ticket... expected) {
        assertThat(stores().tickets().list(search(words, reader), PAGE))
                .as(words)
                .isEqualTo(new Tickets.Found(List.of(expected), Optional.empty()));
    }

    private TicketQuery search(String words, Person reader) {
        return new TicketQuery(
                new TicketQuery.OfGroup(group.id()),
                Show.ALL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new TicketQuery.Search(TicketWords.of(words).orElseThrow(), reader.id())),
                Sort.LAST_ACTIVITY,
                Optional.empty());
    }

    /** A ticket that nobody is in the group of. */
    private Ticket told(String title, String description) {
        TicketNumber number = stores().tickets().nextNumber();
        Ticket ticket = ticket(
                number,
                Title.parse(title),
                Description.parse(description),
                TicketState.NEW,
                present(),
                Severity.LOW,
                Optional.empty());
        stores().groups().save(groupOf(ticket));
        stores().tickets().save(ticket);
        return ticket;
    }

    private static TicketGroup groupOf(Ticket ticket) {
        return new TicketGroup(
                ticket.id(),
                ticket.openedFrom(),
                ticket.number(),
                ticket.title().text(),
                ticket.times().openedAt(),
                Optional.empty());
    }

    @Test
    void ticketsAreCountedByState() {
        Instant now = present();
        saved(TicketState.NEW, now, Severity.LOW, Optional.of(eva.id()));
        Ticket moving = saved(TicketState.NEW, now, Severity.LOW, Optional.of(eva.id()));
        saved(TicketState.CLOSED, now, Severity.LOW, Optional.of(eli.id()));
        TicketQuery.Scope ofGroup = new TicketQuery.OfGroup(group.id());
        assertThat(stores().tickets().count(ofGroup).in(Show.NEW)).isEqualTo(2);
        stores().tickets().save(moved(moving, TicketState.RESOLVED, Optional.of(eli.id()), now));
        stores().tickets().save(moved(moving, TicketState.RESOLVED, Optional.of(eli.id()), now));
        assertThat(stores().tickets().count(ofGroup).in(Show.NEW)).isEqualTo(1);
        assertThat(stores().tickets().count(ofGroup).in(Show.OPEN)).isEqualTo(1);
        assertThat(stores().tickets().count(ofGroup).in(Show.RESOLVED)).isEqualTo(1);
        assertThat(stores().tickets().count(ofGroup).in(Show.ALL)).isEqualTo(3);
        assertThat(stores().tickets()
                        .count(new TicketQuery.OfEngineer(eva.id()))
                        .in(Show.ALL))
                .isEqualTo(1);
        assertThat(stores().tickets()
                        .count(new TicketQuery.OfEngineer(eli.id()))
                        .in(Show.ALL))
                .isEqualTo(2);
        assertThat(stores().tickets()
                        .count(new TicketQuery.OfEngineer(ann.id()))
                        .byState()
                        .values())
                .allMatch(number -> number == 0);
    }

    @Test
    void heldAreThoseThatAreNotClosed() {
        Instant now = present();
        Ticket fresh = saved(TicketState.NEW, now, Severity.LOW, Optional.of(eva.id()));
        Ticket resolved = saved(TicketState.RESOLVED, now, Severity.LOW, Optional.of(eva.id()));
        saved(TicketState.CLOSED, now, Severity.LOW, Optional.of(eva.id()));
        Ticket others = saved(TicketState.NEW, now, Severity.LOW, Optional.of(eli.id()));
        saved(TicketState.NEW, now, Severity.LOW, Optional.empty());

        assertThat(stores().tickets().listHeldBy(eva.id())).containsExactlyInAnyOrder(fresh.id(), resolved.id());
        assertThat(stores().tickets().listHeldBy(eli.id())).containsExactly(others.id());
    }

    @Test
    void silentAreThoseResolvedLongAgoTheLongestFirst() {
        Instant edge = present();
        Ticket later = saved(TicketState.RESOLVED, edge, Severity.LOW, Optional.empty());
        Ticket first = saved(TicketState.RESOLVED, edge.minusMillis(1), Severity.LOW, Optional.empty());
        saved(TicketState.RESOLVED, edge.plusMillis(1), Severity.LOW, Optional.empty());
        saved(TicketState.CLOSED, edge.minusMillis(1), Severity.LOW, Optional.empty());
        saved(TicketState.NEW, edge.minusMillis(1), Severity.LOW, Optional.empty());
        assertThat(stores().tickets().listSilent(edge, 10)).containsExactly(first.id(), later.id());
        assertThat(stores().tickets().listSilent(edge, 1)).containsExactly(first.id());
    }
}
