package io.larkdesk.core.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Whose turn it is, and since when the customer waits, whatever people say and do. */
class TurnProperties {

    private static final Instant START = Instant.parse("2026-03-01T08:00:00Z");

    /** What can happen to a ticket. */
    enum Deed {
        CUSTOMER_SPEAKS,
        TEAM_SPEAKS,
        START,
        AWAIT_CUSTOMER,
        RESUME,
        WEIGH,
        RESOLVE,
        REOPEN,
        CLOSE
    }

    @Property
    void theCustomerWaitsFromTheFirstDeedThatNobodyAnswered(@ForAll @Size(max = 30) List<Deed> deeds) {
        Ticket ticket = opened();
        Optional<Instant> waiting = Optional.of(START);
        Instant now = START;
        for (Deed deed : deeds) {
            now = now.plusSeconds(60);
            boolean wasOpen = ticket.state().isOpen();
            Ticket next = done(ticket, deed, now);
            if (next.equals(ticket)) {
                continue;
            }
            waiting = switch (deed) {
                case CUSTOMER_SPEAKS -> waiting.isPresent() ? waiting : Optional.of(now);
                case REOPEN -> wasOpen || waiting.isPresent() ? waiting : Optional.of(now);
                case TEAM_SPEAKS, AWAIT_CUSTOMER, RESOLVE, CLOSE -> Optional.empty();
                case START, RESUME, WEIGH -> waiting;
            };
            assertThat(next.times().waitingSince()).isEqualTo(waiting);
            assertThat(next.turn()).isEqualTo(turn(next.state(), waiting.isPresent()));
            ticket = next;
        }
    }

    private static Optional<Side> turn(TicketState state, boolean waits) {
        if (state == TicketState.CLOSED) {
            return Optional.empty();
        }
        boolean isOurs = waits || state == TicketState.NEW || state == TicketState.IN_PROGRESS;
        return Optional.of(isOurs ? Side.SERVICE_TEAM : Side.CUSTOMER);
    }

    private static Ticket done(Ticket ticket, Deed deed, Instant now) {
        TicketState state = ticket.state();
        return switch (deed) {
            case CUSTOMER_SPEAKS -> state == TicketState.CLOSED ? ticket : ticket.said(Side.CUSTOMER, now);
            case TEAM_SPEAKS -> state == TicketState.CLOSED ? ticket : ticket.said(Side.SERVICE_TEAM, now);
            case START -> state == TicketState.NEW ? ticket.become(TicketState.IN_PROGRESS, now) : ticket;
            case AWAIT_CUSTOMER -> state.isOpen() ? ticket.become(TicketState.WAITING_FOR_CUSTOMER, now) : ticket;
            case RESUME ->
                state == TicketState.WAITING_FOR_CUSTOMER ? ticket.become(TicketState.IN_PROGRESS, now) : ticket;
            case WEIGH -> ticket.weighing(Severity.HIGH, now);
            case RESOLVE -> state.isOpen() ? ticket.resolved(Resolution.parse("Done"), now) : ticket;
            case REOPEN -> state.isOpen() ? ticket : ticket.become(TicketState.IN_PROGRESS, now);
            case CLOSE -> ticket.become(TicketState.CLOSED, now);
        };
    }

    private static Ticket opened() {
        TenantId acme = new TenantId(new UUID(1, 1));
        return new Ticket(
                new GroupId(acme, new UUID(2, 2)),
                new GroupId(acme, new UUID(2, 1)),
                new TicketNumber(1001),
                Title.parse("It does not work"),
                Description.NONE,
                Optional.empty(),
                Severity.NORMAL,
                TicketState.NEW,
                new PersonId(acme, new UUID(3, 1)),
                new ClientId(new UUID(4, 1)),
                Optional.empty(),
                1,
                TicketTimes.from(START),
                Optional.empty(),
                Optional.empty());
    }
}
