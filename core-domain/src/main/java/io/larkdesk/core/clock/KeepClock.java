package io.larkdesk.core.clock;

import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.ticket.Ticket;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/**
 * Lets the clock of a ticket follow what happens to it; part of storing a ticket. One that was opened before anything was promised never gets a
 * clock, for nobody knows what it would show.
 */
@Singleton
public final class KeepClock {

    private final Transactions transactions;
    private final Clocks clocks;
    private final Calendars calendars;
    private final ServicePromises promises;

    /** Takes its collaborators. */
    @Inject
    public KeepClock(Transactions transactions, Clocks clocks, Calendars calendars, ServicePromises promises) {
        this.transactions = transactions;
        this.clocks = clocks;
        this.calendars = calendars;
        this.promises = promises;
    }

    /** Starts the clock of a new ticket, and moves that of another; {@code after} is the ticket as it was just stored. */
    public Optional<TicketClock> execute(Ticket after) {
        return transactions.inTransaction(now -> {
            Optional<TicketClock> before = clocks.find(after.id());
            Optional<TicketClock> next = before.isPresent()
                    ? before.map(clock -> follow(clock, after, now))
                    : isNew(after, now) ? start(after, now) : Optional.empty();
            next.filter(clock -> !before.equals(Optional.of(clock))).ifPresent(clocks::save);
            return next;
        });
    }

    private static boolean isNew(Ticket ticket, Instant now) {
        return ticket.version() == 1 && ticket.times().openedAt().equals(now);
    }

    private Optional<TicketClock> start(Ticket ticket, Instant now) {
        return promises.of(ticket.id().tenant())
                .map(targets -> TicketClock.start(ticket, targets, this::calendar, now));
    }

    private TicketClock follow(TicketClock clock, Ticket after, Instant now) {
        return clock.follow(after, () -> promises.of(after.id().tenant()), this::calendar, now);
    }

    private BusinessCalendar calendar(CalendarName name) {
        return calendars.hold(name).orElse(BusinessCalendar.ALWAYS);
    }
}
