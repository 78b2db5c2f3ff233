package io.larkdesk.testkit.law;

import static io.larkdesk.testkit.law.FoundOut.assertFoundOut;
import static io.larkdesk.testkit.law.FoundOut.desk;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.roster.Roster;
import io.larkdesk.core.roster.Shift;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.Tickets;
import io.larkdesk.core.ticket.TimelineEntry;
import io.larkdesk.core.ticket.Timelines;
import io.larkdesk.core.ticket.Workload;
import io.larkdesk.testkit.Stores;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import net.jqwik.api.Example;

/** Tickets of designs that are known to be wrong: the life of tickets, and laws 9 and 10, must find them out. */
final class BrokenTicketsTest {

    /** The life of tickets: a version that does not grow lets two people do the same. */
    @Example
    void versionsThatStandStillAreFoundOut() {
        TicketLaw law = tickets(stores ->
                stores.with(Tickets.class, "lock", (tickets, arguments, lock) -> tickets.lock((GroupId) arguments[0])
                        .map(BrokenTicketsTest::neverChanged)));
        assertFoundOut(law.lives(), law::ticketsGoTheirWay);
    }

    private static Ticket neverChanged(Ticket ticket) {
        return new Ticket(
                ticket.id(),
                ticket.openedFrom(),
                ticket.number(),
                ticket.title(),
                ticket.description(),
                ticket.product(),
                ticket.severity(),
                ticket.state(),
                ticket.opener(),
                ticket.clientId(),
                ticket.engineer(),
                1,
                ticket.times(),
                ticket.resolution(),
                ticket.rating());
    }

    /** The life of tickets: after exactly the time of silence a ticket is silent for long enough. */
    @Example
    void ticketsThatCloseALittleLateAreFoundOut() {
        TicketLaw law = tickets(stores -> stores.with(Tickets.class, "listSilent", (tickets, arguments, list) -> {
            arguments[0] = ((Instant) arguments[0]).minusMillis(1);
            return list.answer(arguments);
        }));
        assertFoundOut(law.lives(), law::ticketsGoTheirWay);
    }

    /** The life of tickets: an entry that another has replaced does not hold the rest together. */
    @Example
    void timelinesThatForgetWhoDidItAreFoundOut() {
        TicketLaw law = tickets(stores -> stores.with(Timelines.class, "append", (timelines, arguments, append) -> {
            TimelineEntry entry = (TimelineEntry) arguments[0];
            arguments[0] = new TimelineEntry(
                    entry.ticket(),
                    entry.place(),
                    entry.at(),
                    entry.kind(),
                    Optional.empty(),
                    entry.about(),
                    entry.words(),
                    entry.hash());
            return append.answer(arguments);
        }));
        assertFoundOut(law.lives(), law::ticketsGoTheirWay);
    }

    private static TicketLaw tickets(UnaryOperator<BrokenStores> breaking) {
        return new TicketLaw() {
            @Override
            protected Stores freshStores(Clock clock) {
                return desk(clock, breaking);
            }
        };
    }

    /** Law 9: who has more to do than another does not get the next one. */
    @Example
    void workThatIsNotCountedIsFoundOut() {
        AssignmentLaw law = assignment(workload -> new Workload(workload.engineer(), 0, workload.assignedAt()));
        assertFoundOut(law.busyDays(), law::eachTicketGoesToWhomItMust);
    }

    /** Law 9: of several, it is not always the same one. */
    @Example
    void engineersWhoAlwaysComeFirstAreFoundOut() {
        AssignmentLaw law =
                assignment(workload -> new Workload(workload.engineer(), workload.open(), Optional.empty()));
        assertFoundOut(law.busyDays(), law::eachTicketGoesToWhomItMust);
    }

    /** Law 9: at the end of a shift nobody is on duty by it. */
    @Example
    void shiftsThatNeverEndAreFoundOut() {
        AssignmentLaw law =
                assigning(
                        stores -> stores.with(Roster.class, "listAt", (roster, arguments, list) -> roster
                                .listDuring(
                                        (TenantId) arguments[0], Instant.EPOCH, ((Instant) arguments[2]).plusMillis(1))
                                .stream()
                                .map(shift -> endless(shift, (Instant) arguments[2]))
                                .toList()));
        assertFoundOut(law.busyDays(), law::eachTicketGoesToWhomItMust);
    }

    private static Shift endless(Shift shift, Instant now) {
        return new Shift(shift.person(), shift.role(), now, now.plusSeconds(60));
    }

    private static AssignmentLaw assignment(UnaryOperator<Workload> wrong) {
        return assigning(stores -> stores.with(Tickets.class, "lockWorkloads", (tickets, arguments, lock) -> ((List<?>)
                        lock.answer(arguments))
                .stream().map(workload -> wrong.apply((Workload) workload)).toList()));
    }

    private static AssignmentLaw assigning(UnaryOperator<BrokenStores> breaking) {
        return new AssignmentLaw() {
            @Override
            protected Stores freshStores(Clock clock) {
                return desk(clock, breaking);
            }
        };
    }

    /** Law 10: a ticket that is opened again is the same one. */
    @Example
    void clientIdsOfTicketsThatAreForgottenAreFoundOut() {
        TicketLaw law = tickets(
                stores -> stores.with(Tickets.class, "findByClientId", (tickets, arguments, find) -> Optional.empty()));
        assertFoundOut(law.lives(), law::ticketsGoTheirWay);
    }
}
