package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.group.TicketGroup;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.shared.ConflictException;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.ticket.Description;
import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.Rating;
import io.larkdesk.core.ticket.Resolution;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketQuery;
import io.larkdesk.core.ticket.TicketQuery.Show;
import io.larkdesk.core.ticket.TicketQuery.Sort;
import io.larkdesk.core.ticket.TicketState;
import io.larkdesk.core.ticket.TicketTimes;
import io.larkdesk.core.ticket.TicketWords;
import io.larkdesk.core.ticket.Tickets;
import io.larkdesk.core.ticket.Title;
import io.larkdesk.core.ticket.Workload;
import io.larkdesk.testkit.Scene;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.ticket.Tickets}. */
public abstract class TicketsContract extends StoresContract {

    private static final int AT_ONCE = 8;
    private static final int PAGE = 3;

    private ServiceGroup group;
    private Person ann;
    private Person eva;
    private Person eli;

    /** Made for subclasses. */
    protected TicketsContract() {}

    @BeforeEach
    void bindGroup() {
        Tenant acme = scene().customer("Acme");
        Tenant provider = scene().provider("Alder Cloud");
        group = scene().group(acme);
        ann = scene().person(acme, "Ann");
        eva = scene().staff(provider, "Eva", StaffRole.ENGINEER);
        eli = scene().staff(provider, "Eli", StaffRole.ENGINEER);
    }

    @Test
    void aTicketIsFoundAsSavedByItsIdItsNumberAndItsClientId() {
        Instant now = present();
        Ticket plain = saved(TicketState.NEW, now, Severity.LOW, Optional.empty());
        Ticket full = new Ticket(
                new GroupId(group.id().tenant(), new UUID(3, 4)),
                group.id(),
                stores().tickets().nextNumber(),
                Title.parse("数据 “丢失” 'x' 🐦"),
                Description.parse("line\n\nline\t%s <b>"),
                Optional.of(new Product("Managed PostgreSQL")),
                Severity.CRITICAL,
                TicketState.CLOSED,
                ann.id(),
                new ClientId(new UUID(5, 6)),
                Optional.of(eva.id()),
                7,
                new TicketTimes(
                        now.minusMillis(5),
                        now.minusMillis(4),
                        now.minusMillis(3),
                        Optional.of(now.minusMillis(2)),
                        Optional.of(now.minusMillis(1)),
                        Optional.of(now.minusMillis(6))),
                Optional.of(Resolution.parse("Turned off and on")),
                Optional.of(Rating.of(4, "fine")));
        stores().tickets().save(full);
        for (Ticket ticket : List.of(plain, full)) {
            assertThat(stores().tickets().find(ticket.id())).contains(ticket);
            assertThat(stores().tickets().findByNumber(ticket.number())).contains(ticket);
            assertThat(stores().tickets().findByClientId(group.id(), ann.id(), ticket.clientId()))
                    .contains(ticket);
            inTransaction(at -> assertThat(stores().tickets().lock(ticket.id())).contains(ticket));
        }
        assertThat(stores().tickets().listAll(List.of(full.id(), plain.id(), group.id())))
                .containsExactlyInAnyOrder(plain, full);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        Ticket ticket = saved(TicketState.NEW, present(), Severity.LOW, Optional.empty());
        GroupId elsewhere =
                new GroupId(scene().customer("Other").id(), ticket.id().value());
        assertThat(stores().tickets().find(elsewhere)).isEmpty();
        assertThat(stores().tickets().find(group.id())).isEmpty();
        assertThat(stores().tickets()
                        .findByNumber(new TicketNumber(ticket.number().value() + 1)))
                .isEmpty();
        assertThat(stores().tickets().findByClientId(group.id(), eva.id(), ticket.clientId()))
                .isEmpty();
        assertThat(stores().tickets().listAll(List.of())).isEmpty();
        inTransaction(at -> assertThat(stores().tickets().lock(elsewhere)).isEmpty());
    }

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
    void whoseItIsIsKeptApartFromWhoOpenedIt() {
        Ticket opened = saved(TicketState.NEW, present(), Severity.NORMAL, Optional.empty());
        assertThat(stores().tickets().find(opened.id()).orElseThrow().owner()).isEqualTo(ann.id());
        Person bob = scene().person(stores().tenants().get(group.id().tenant()), "Bob");
        Ticket handed = new Ticket(
                opened.id(),
                opened.openedFrom(),
                opened.number(),
                opened.title(),
                opened.description(),
                opened.product(),
                opened.severity(),
                opened.state(),
                opened.opener(),
                bob.id(),
                opened.clientId(),
                opened.engineer(),
                2,
                opened.times(),
                opened.resolution(),
                opened.rating());

        stores().tickets().save(handed);

        assertThat(stores().tickets().find(opened.id())).contains(handed);
        assertThat(stores().tickets().findByClientId(group.id(), ann.id(), opened.clientId()))
                .contains(handed);
    }

    @Test
    void aTicketIsLockedOnlyInsideATransaction() {
        Ticket ticket = saved(TicketState.NEW, present(), Severity.LOW, Optional.empty());
        assertThatThrownBy(() -> stores().tickets().lock(ticket.id())).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> stores().tickets().lockWorkloads(List.of(eva.id())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void numbersGrowAndAreUsedOnceAlsoByManyAtOnce() {
        List<List<TicketNumber>> numbers = Together.run(AT_ONCE, worker -> IntStream.range(0, 5)
                .mapToObj(i ->
                        transactions().inTransaction(now -> stores().tickets().nextNumber()))
                .toList());
        assertThat(numbers).allSatisfy(each -> assertThat(each).isSorted());
        assertThat(numbers.stream().flatMap(List::stream)).doesNotHaveDuplicates();
    }

    @Test
    void numbersThatAreSkippedAreNotUsed() {
        TicketNumber before = stores().tickets().nextNumber();
        stores().tickets().skipNumbers(100);
        assertThat(stores().tickets().nextNumber().value()).isEqualTo(before.value() + 101);
        assertThat(stores().tickets().nextNumber().value()).isEqualTo(before.value() + 102);
    }

    @Test
    void aNumberThatWasRolledBackIsNotUsedAgain() {
        List<TicketNumber> lost = new ArrayList<>();
        assertThatThrownBy(() -> inTransaction(now -> {
                    lost.add(stores().tickets().nextNumber());
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(stores().tickets().nextNumber()).isGreaterThan(lost.get(0));
    }

    @Test
    void anOpenerOpensOneTicketWithAClientId() {
        Ticket ticket = saved(TicketState.NEW, present(), Severity.LOW, Optional.empty());
        Ticket same = copy(
                ticket,
                new GroupId(group.id().tenant(), new UUID(9, 9)),
                stores().tickets().nextNumber());
        assertThatThrownBy(() -> stores().tickets().save(same)).isInstanceOf(ConflictException.class);
        assertThat(stores().tickets().find(same.id())).isEmpty();
        assertThat(stores().tickets().count(new TicketQuery.OfGroup(group.id())).in(Show.ALL))
                .isEqualTo(1);
    }

    @Test
    void twoTicketsCannotHaveOneNumber() {
        Ticket ticket = saved(TicketState.NEW, present(), Severity.LOW, Optional.empty());
        Ticket other = saved(TicketState.NEW, present(), Severity.LOW, Optional.empty());
        assertThatThrownBy(() -> stores().tickets().save(copy(other, other.id(), ticket.number())))
                .isInstanceOf(ConflictException.class);
        assertThat(stores().tickets().findByNumber(ticket.number())).contains(ticket);
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
    void aWorkloadCountsOpenTicketsAndKnowsWhenThereWasANewOne() {
        Instant now = present();
        Ticket ticket = saved(TicketState.NEW, now.minusMillis(9), Severity.LOW, Optional.of(eva.id()));
        saved(TicketState.WAITING_FOR_CUSTOMER, now.minusMillis(8), Severity.LOW, Optional.of(eva.id()));
        saved(TicketState.RESOLVED, now.minusMillis(7), Severity.LOW, Optional.of(eva.id()));
        requireWorkloads(
                new Workload(eva.id(), 2, Optional.of(now.minusMillis(7))),
                new Workload(eli.id(), 0, Optional.empty()));
        stores().tickets().save(moved(ticket, TicketState.IN_PROGRESS, Optional.of(eva.id()), now.minusMillis(2)));
        stores().tickets().save(moved(ticket, TicketState.IN_PROGRESS, Optional.of(eli.id()), now.minusMillis(1)));
        requireWorkloads(
                new Workload(eva.id(), 1, Optional.of(now.minusMillis(7))),
                new Workload(eli.id(), 1, Optional.of(now.minusMillis(1))));
        inTransaction(
                at -> assertThat(stores().tickets().lockWorkloads(List.of())).isEmpty());
    }

    private void requireWorkloads(Workload... expected) {
        inTransaction(at -> assertThat(stores().tickets().lockWorkloads(List.of(eli.id(), eva.id())))
                .containsExactly(Arrays.stream(expected)
                        .sorted(Comparator.comparing(Workload::engineer))
                        .toArray(Workload[]::new)));
    }

    @Test
    void whoLocksAWorkloadLeavesItToTheNextWithAllThatWasDone() {
        List<Integer> seen = Together.run(AT_ONCE, worker -> transactions().inTransaction(now -> {
            int open =
                    stores().tickets().lockWorkloads(List.of(eva.id())).get(0).open();
            saved(TicketState.NEW, now, Severity.LOW, Optional.of(eva.id()));
            return open;
        }));
        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, AT_ONCE).boxed().toList());
    }

    @Test
    void whoLocksATicketLeavesItToTheNextWithAllThatWasDone() {
        Ticket ticket = saved(TicketState.NEW, present(), Severity.LOW, Optional.empty());
        Together.run(AT_ONCE, worker -> transactions().inTransaction(now -> {
            Ticket held = stores().tickets().lock(ticket.id()).orElseThrow();
            stores().tickets().save(moved(held, TicketState.NEW, Optional.empty(), now));
            return held;
        }));
        assertThat(stores().tickets().find(ticket.id()).orElseThrow().version()).isEqualTo(1 + AT_ONCE);
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

    @Test
    void whatIsRolledBackHasNotHappened() {
        Ticket ticket = saved(TicketState.NEW, present(), Severity.LOW, Optional.of(eva.id()));
        assertThatThrownBy(() -> inTransaction(now -> {
                    stores().tickets().save(moved(ticket, TicketState.CLOSED, Optional.of(eli.id()), now));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");
        assertThat(stores().tickets().find(ticket.id())).contains(ticket);
        assertThat(stores().tickets().count(new TicketQuery.OfGroup(group.id())).in(Show.NEW))
                .isEqualTo(1);
        assertThat(stores().tickets()
                        .count(new TicketQuery.OfEngineer(eli.id()))
                        .in(Show.ALL))
                .isZero();
    }

    private Ticket saved(TicketState state, Instant at, Severity severity, Optional<PersonId> engineer) {
        TicketNumber number = stores().tickets().nextNumber();
        Ticket ticket =
                ticket(number, Title.parse("Ticket " + number), Description.NONE, state, at, severity, engineer);
        stores().tickets().save(ticket);
        return ticket;
    }

    private Ticket ticket(
            TicketNumber number,
            Title title,
            Description description,
            TicketState state,
            Instant at,
            Severity severity,
            Optional<PersonId> engineer) {
        return new Ticket(
                new GroupId(group.id().tenant(), new UUID(1, number.value())),
                group.id(),
                number,
                title,
                description,
                Optional.of(new Product("P" + number.value() % 3)),
                severity,
                state,
                ann.id(),
                new ClientId(new UUID(2, number.value())),
                engineer,
                1,
                TicketTimes.from(at),
                Optional.empty(),
                Optional.empty());
    }

    private static Ticket copy(Ticket ticket, GroupId id, TicketNumber number) {
        return new Ticket(
                id,
                ticket.openedFrom(),
                number,
                ticket.title(),
                ticket.description(),
                ticket.product(),
                ticket.severity(),
                ticket.state(),
                ticket.opener(),
                ticket.clientId(),
                ticket.engineer(),
                ticket.version(),
                ticket.times(),
                ticket.resolution(),
                ticket.rating());
    }

    private static Ticket moved(Ticket ticket, TicketState state, Optional<PersonId> engineer, Instant now) {
        return new Ticket(
                ticket.id(),
                ticket.openedFrom(),
                ticket.number(),
                ticket.title(),
                ticket.description(),
                ticket.product(),
                ticket.severity(),
                state,
                ticket.opener(),
                ticket.clientId(),
                engineer,
                ticket.version() + 1,
                new TicketTimes(
                        ticket.times().openedAt(),
                        now,
                        now,
                        ticket.times().resolvedAt(),
                        ticket.times().closedAt(),
                        ticket.times().waitingSince()),
                ticket.resolution(),
                ticket.rating());
    }
}
