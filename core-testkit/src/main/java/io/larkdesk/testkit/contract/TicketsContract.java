package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.shared.ConflictException;
import io.larkdesk.core.ticket.Description;
import io.larkdesk.core.ticket.Product;
import io.larkdesk.core.ticket.Rating;
import io.larkdesk.core.ticket.Resolution;
import io.larkdesk.core.ticket.Severity;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketQuery;
import io.larkdesk.core.ticket.TicketQuery.Show;
import io.larkdesk.core.ticket.TicketState;
import io.larkdesk.core.ticket.TicketTimes;
import io.larkdesk.core.ticket.Title;
import io.larkdesk.core.ticket.Workload;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.ticket.Tickets} about each ticket: as it was saved, one number, one at a time. */
public abstract class TicketsContract extends TicketScene {

    /** Made for subclasses. */
    protected TicketsContract() {}

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
    void activityIsNotedAndNothingElse() {
        Instant opened = present();
        Ticket ticket = saved(TicketState.WAITING_FOR_CUSTOMER, opened, Severity.LOW, Optional.of(eva.id()));
        saved(TicketState.WAITING_FOR_CUSTOMER, opened.plusMillis(1), Severity.LOW, Optional.of(eva.id()));
        Instant later = opened.plusMillis(2);

        stores().tickets().noteActivity(ticket.id(), later);

        assertThat(ticket.times().activeAt()).isNotEqualTo(later);
        assertThat(stores().tickets().find(ticket.id())).contains(ticket.activeAt(later));
        assertThat(stores().tickets().count(new TicketQuery.OfGroup(group.id())).in(Show.ALL))
                .isEqualTo(2);
        assertThatThrownBy(() -> stores().tickets().noteActivity(group.id(), later))
                .isInstanceOf(IllegalStateException.class);
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
}
