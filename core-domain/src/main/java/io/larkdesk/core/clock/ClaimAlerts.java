package io.larkdesk.core.clock;

import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.Tickets;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Looks at the clock of which there is something to tell first. What it gives out counts as told from then on. */
@Singleton
public final class ClaimAlerts {

    private final Transactions transactions;
    private final Clocks clocks;
    private final Calendars calendars;
    private final Tickets tickets;

    /** Takes its collaborators. */
    @Inject
    public ClaimAlerts(Transactions transactions, Clocks clocks, Calendars calendars, Tickets tickets) {
        this.transactions = transactions;
        this.clocks = clocks;
        this.calendars = calendars;
        this.tickets = tickets;
    }

    /**
     * What is to be told.
     *
     * @param ticket of which ticket
     * @param clock as it stands now
     * @param alerts what, of each goal one at most; none if the clock was put right only, or another node was faster
     */
    public record Claimed(Ticket ticket, TicketClock clock, List<Alert> alerts) {

        /** Copies the list; refuses null. */
        public Claimed {
            Objects.requireNonNull(ticket, "ticket");
            Objects.requireNonNull(clock, "clock");
            alerts = List.copyOf(alerts);
        }
    }

    /** What is to be told of the clock that is to be looked at first; empty if none is to be looked at. */
    public Optional<Claimed> execute() {
        return transactions.inTransaction(now -> clocks.listAlerting(now, 1).stream()
                .findFirst()
                .flatMap(found -> tickets.lock(found.ticket()))
                .flatMap(ticket -> clocks.find(ticket.id()).map(clock -> claim(ticket, clock, now))));
    }

    private Claimed claim(Ticket ticket, TicketClock clock, Instant now) {
        BusinessCalendar calendar = calendars.hold(clock.promise().calendar()).orElse(BusinessCalendar.ALWAYS);
        List<Alert> alerts = clock.alerts(calendar, now);
        TicketClock told = clock.told(alerts, calendar);
        if (!told.equals(clock)) {
            clocks.save(told);
        }
        return new Claimed(ticket, told, alerts);
    }
}
