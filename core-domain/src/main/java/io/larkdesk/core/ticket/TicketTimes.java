package io.larkdesk.core.ticket;

import io.larkdesk.core.group.Side;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * When what happened to a ticket.
 *
 * @param openedAt when it was created
 * @param changedAt when its version was made
 * @param activeAt when anybody said or did anything to it, the last time
 * @param resolvedAt when it was resolved; empty while it is open
 * @param closedAt when it was closed; empty while it is not
 * @param waitingSince since when the customer waits for a word of the service team; empty while there is nothing to answer
 */
public record TicketTimes(
        Instant openedAt,
        Instant changedAt,
        Instant activeAt,
        Optional<Instant> resolvedAt,
        Optional<Instant> closedAt,
        Optional<Instant> waitingSince) {

    /** Refuses null. */
    public TicketTimes {
        Objects.requireNonNull(openedAt, "openedAt");
        Objects.requireNonNull(changedAt, "changedAt");
        Objects.requireNonNull(activeAt, "activeAt");
        Objects.requireNonNull(resolvedAt, "resolvedAt");
        Objects.requireNonNull(closedAt, "closedAt");
        Objects.requireNonNull(waitingSince, "waitingSince");
    }

    /** Those of a ticket that is opened now: its customer waits from then on. */
    public static TicketTimes from(Instant now) {
        return new TicketTimes(now, now, now, Optional.empty(), Optional.empty(), Optional.of(now));
    }

    /** The same times, but active at {@code now} the last time. */
    TicketTimes activeAt(Instant now) {
        return new TicketTimes(openedAt, changedAt, now, resolvedAt, closedAt, waitingSince);
    }

    /** The times after somebody on {@code side} said something: the customer waits for an answer, or has it. */
    TicketTimes said(Side side, Instant now) {
        Optional<Instant> waiting = side == Side.CUSTOMER ? waitingSince.or(() -> Optional.of(now)) : Optional.empty();
        return new TicketTimes(openedAt, changedAt, now, resolvedAt, closedAt, waiting);
    }

    /** The times of a ticket that comes to {@code state} now, or stays in it. */
    TicketTimes changed(TicketState from, TicketState to, Instant now) {
        return switch (to) {
            case NEW, IN_PROGRESS ->
                new TicketTimes(
                        openedAt,
                        now,
                        now,
                        Optional.empty(),
                        Optional.empty(),
                        from.isOpen() ? waitingSince : waitingSince.or(() -> Optional.of(now)));
            case WAITING_FOR_CUSTOMER ->
                new TicketTimes(openedAt, now, now, Optional.empty(), Optional.empty(), Optional.empty());
            case RESOLVED ->
                from == to
                        ? new TicketTimes(openedAt, now, now, resolvedAt, Optional.empty(), waitingSince)
                        : new TicketTimes(openedAt, now, now, Optional.of(now), Optional.empty(), Optional.empty());
            case CLOSED ->
                new TicketTimes(
                        openedAt, now, now, resolvedAt, from == to ? closedAt : Optional.of(now), Optional.empty());
        };
    }
}
