package io.larkdesk.testkit.memory;

import io.larkdesk.core.clock.CalendarName;
import io.larkdesk.core.clock.Clocks;
import io.larkdesk.core.clock.TicketClock;
import io.larkdesk.core.group.GroupId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Clocks by their tickets. */
final class InMemoryClocks implements Clocks {

    private final InMemoryTransactions transactions;
    private final Table<GroupId, TicketClock> clocks;

    InMemoryClocks(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.clocks = new Table<>(transactions);
    }

    @Override
    public Optional<TicketClock> find(GroupId ticket) {
        return clocks.find(ticket);
    }

    @Override
    public List<TicketClock> listAll(Collection<GroupId> tickets) {
        return tickets.stream()
                .distinct()
                .flatMap(ticket -> find(ticket).stream())
                .toList();
    }

    @Override
    public List<TicketClock> listAlerting(Instant now, int limit) {
        return clocks.list().stream()
                .filter(clock -> clock.alertAt().filter(at -> !at.isAfter(now)).isPresent())
                .sorted(Comparator.comparing(clock -> clock.alertAt().orElseThrow()))
                .limit(limit)
                .toList();
    }

    @Override
    public void wake(CalendarName calendar, Instant at) {
        transactions.inTransaction(now -> {
            clocks.list().stream()
                    .filter(clock -> clock.promise().calendar().equals(calendar)
                            && clock.runningSince().isPresent())
                    .map(clock -> woken(clock, at))
                    .forEach(clock -> clocks.put(clock.ticket(), clock));
            return at;
        });
    }

    private static TicketClock woken(TicketClock clock, Instant at) {
        return new TicketClock(
                clock.ticket(),
                clock.promise(),
                clock.used(),
                clock.runningSince(),
                clock.responded(),
                clock.resolved(),
                clock.told(),
                clock.responseDue(),
                clock.resolutionDue(),
                Optional.of(at));
    }

    @Override
    public void save(TicketClock clock) {
        transactions.inTransaction(now -> {
            clocks.put(clock.ticket(), clock);
            return clock;
        });
    }
}
