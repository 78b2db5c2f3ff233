package io.larkdesk.core.ticket;

import io.larkdesk.core.group.GroupId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The Timelines of all tickets; nothing of them is ever changed or deleted. Methods join the running transaction, or are one of their own.
 * Thread-safe.
 */
public interface Timelines {

    /** How far the ticket's Timeline goes. */
    TimelineEnd end(GroupId ticket);

    /**
     * The same, held until the running transaction ends: others who lock it wait until then, and find what this one leaves.
     *
     * @throws IllegalStateException outside a transaction
     */
    TimelineEnd lockEnd(GroupId ticket);

    /**
     * Adds {@code entry} after the last one; the end is locked before.
     *
     * @throws io.larkdesk.core.shared.ConflictException if there is an entry at its place already
     */
    void append(TimelineEntry entry);

    /** At most {@code limit} entries after {@code placeExclusive}: the first of them, in order. */
    List<TimelineEntry> listAfter(GroupId ticket, long placeExclusive, int limit);

    /** The first entry of this kind that was made at {@code from} or later. */
    Optional<TimelineEntry> findFirst(GroupId ticket, TimelineEntry.Kind kind, Instant from);
}
