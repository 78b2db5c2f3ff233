package io.larkdesk.core.ticket;

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
 */
public record TicketTimes(
        Instant openedAt,
        Instant changedAt,
        Instant activeAt,
        Optional<Instant> resolvedAt,
        Optional<Instant> closedAt) {

    /** Refuses null. */
    public TicketTimes {
        Objects.requireNonNull(openedAt, "openedAt");
        Objects.requireNonNull(changedAt, "changedAt");
        Objects.requireNonNull(activeAt, "activeAt");
        Objects.requireNonNull(resolvedAt, "resolvedAt");
        Objects.requireNonNull(closedAt, "closedAt");
    }

    static TicketTimes from(Instant now) {
        return new TicketTimes(now, now, now, Optional.empty(), Optional.empty());
    }

    TicketTimes active(Instant now) {
        return new TicketTimes(openedAt, changedAt, now, resolvedAt, closedAt);
    }

    /** The times of a ticket that comes to {@code state} now, or stays in it. */
    TicketTimes changed(TicketState from, TicketState to, Instant now) {
        return switch (to) {
            case NEW, IN_PROGRESS, WAITING_FOR_CUSTOMER ->
                new TicketTimes(openedAt, now, now, Optional.empty(), Optional.empty());
            case RESOLVED ->
                new TicketTimes(openedAt, now, now, from == to ? resolvedAt : Optional.of(now), Optional.empty());
            case CLOSED -> new TicketTimes(openedAt, now, now, resolvedAt, from == to ? closedAt : Optional.of(now));
        };
    }
}
