package io.larkdesk.testkit.memory;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.shared.ConflictException;
import io.larkdesk.core.ticket.TimelineEnd;
import io.larkdesk.core.ticket.TimelineEntry;
import io.larkdesk.core.ticket.Timelines;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Entries by their places, and where each Timeline ends. */
final class InMemoryTimelines implements Timelines {

    private final InMemoryTransactions transactions;
    private final Table<Spot, TimelineEntry> entries;
    private final Table<GroupId, TimelineEnd> ends;

    InMemoryTimelines(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.entries = new Table<>(transactions);
        this.ends = new Table<>(transactions);
    }

    private record Spot(GroupId ticket, long place) {}

    @Override
    public TimelineEnd end(GroupId ticket) {
        return ends.find(ticket).orElse(TimelineEnd.START);
    }

    @Override
    public TimelineEnd lockEnd(GroupId ticket) {
        ends.hold(ticket);
        return end(ticket);
    }

    @Override
    public void append(TimelineEntry entry) {
        transactions.inTransaction(now -> {
            ends.hold(entry.ticket());
            if (entry.place() != end(entry.ticket()).place() + 1) {
                throw new ConflictException("an entry stands at this place already");
            }
            entries.put(new Spot(entry.ticket(), entry.place()), entry);
            ends.put(entry.ticket(), new TimelineEnd(entry.place(), entry.hash()));
            return entry;
        });
    }

    @Override
    public List<TimelineEntry> listAfter(GroupId ticket, long placeExclusive, int limit) {
        return entries.list().stream()
                .filter(entry -> entry.ticket().equals(ticket) && entry.place() > placeExclusive)
                .sorted(Comparator.comparingLong(TimelineEntry::place))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<TimelineEntry> findFirst(GroupId ticket, TimelineEntry.Kind kind, Instant from) {
        return listAfter(ticket, 0, Integer.MAX_VALUE).stream()
                .filter(entry -> entry.kind() == kind && !entry.at().isBefore(from))
                .findFirst();
    }
}
