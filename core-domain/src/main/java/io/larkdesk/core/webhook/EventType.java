package io.larkdesk.core.webhook;

import io.larkdesk.core.ticket.TimelineEntry;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What endpoints are told of. */
public enum EventType {
    /** A ticket was opened. */
    TICKET_CREATED,
    /** Somebody has a ticket from now on. */
    TICKET_ASSIGNED,
    /** A ticket was resolved. */
    TICKET_RESOLVED,
    /** A ticket was closed. */
    TICKET_CLOSED,
    /** A ticket was opened again. */
    TICKET_REOPENED,
    /** An Emergency began. */
    EMERGENCY_DECLARED,
    /** Somebody works on an Emergency. */
    EMERGENCY_ACKNOWLEDGED,
    /** An Emergency is over. */
    EMERGENCY_ENDED,
    /** Nothing happened: somebody tries an endpoint. */
    WEBHOOK_TEST;

    /** As it stands in what is sent: {@code ticket.created}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** The type that {@link #text} wrote, or nothing. */
    public static Optional<EventType> parse(String text) {
        return Arrays.stream(values()).filter(type -> type.text().equals(text)).findFirst();
    }

    /** What is told of such an entry on a Timeline, if anything is. */
    static Optional<EventType> of(TimelineEntry.Kind kind) {
        return switch (kind) {
            case CREATED -> Optional.of(TICKET_CREATED);
            case ASSIGNED -> Optional.of(TICKET_ASSIGNED);
            case RESOLVED -> Optional.of(TICKET_RESOLVED);
            case CONFIRMED, CLOSED_BY_ITSELF -> Optional.of(TICKET_CLOSED);
            case REOPENED -> Optional.of(TICKET_REOPENED);
            case EMERGENCY_DECLARED -> Optional.of(EMERGENCY_DECLARED);
            case EMERGENCY_ACKNOWLEDGED -> Optional.of(EMERGENCY_ACKNOWLEDGED);
            case EMERGENCY_ENDED -> Optional.of(EMERGENCY_ENDED);
            default -> Optional.empty();
        };
    }
}
