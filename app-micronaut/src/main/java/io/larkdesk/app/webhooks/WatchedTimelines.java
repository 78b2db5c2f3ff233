package io.larkdesk.app.webhooks;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.ticket.TimelineEnd;
import io.larkdesk.core.ticket.TimelineEntry;
import io.larkdesk.core.ticket.Timelines;
import io.larkdesk.core.webhook.QueueEvents;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Has endpoints told of what is written on Timelines, in the transaction in which it is. */
public final class WatchedTimelines implements Timelines {

    private final Timelines timelines;
    private final QueueEvents queueEvents;

    /** Watches {@code timelines}. */
    public WatchedTimelines(Timelines timelines, QueueEvents queueEvents) {
        this.timelines = timelines;
        this.queueEvents = queueEvents;
    }

    @Override
    public void append(TimelineEntry entry) {
        timelines.append(entry);
        queueEvents.execute(entry);
    }

    @Override
    public TimelineEnd end(GroupId ticket) {
        return timelines.end(ticket);
    }

    @Override
    public TimelineEnd lockEnd(GroupId ticket) {
        return timelines.lockEnd(ticket);
    }

    @Override
    public List<TimelineEntry> listAfter(GroupId ticket, long placeExclusive, int limit) {
        return timelines.listAfter(ticket, placeExclusive, limit);
    }

    @Override
    public Optional<TimelineEntry> findFirst(GroupId ticket, TimelineEntry.Kind kind, Instant from) {
        return timelines.findFirst(ticket, kind, from);
    }
}
