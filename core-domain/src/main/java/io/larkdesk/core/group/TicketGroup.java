package io.larkdesk.core.group;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The group in which one ticket is discussed.
 *
 * @param id identifies it, and the ticket
 * @param openedFrom the service group of the same tenant from which the ticket was opened
 * @param number the ticket's number
 * @param title the ticket's title, 1 to 120 characters
 * @param openedAt when
 * @param closedAt when the ticket was closed, the last time; empty while it is not. Nobody writes in a closed group
 */
public record TicketGroup(
        GroupId id, GroupId openedFrom, TicketNumber number, String title, Instant openedAt, Optional<Instant> closedAt)
        implements Group {

    /** Refuses null, a blank or overlong title, and another tenant's service group. */
    public TicketGroup {
        if (!id.tenant().equals(openedFrom.tenant())) {
            throw new IllegalArgumentException("openedFrom is a group of another tenant: " + openedFrom);
        }
        Objects.requireNonNull(number, "number");
        if (title.isBlank() || title.length() > 120) {
            throw new IllegalArgumentException("title is blank or longer than 120 characters: " + title);
        }
        Objects.requireNonNull(openedAt, "openedAt");
        Objects.requireNonNull(closedAt, "closedAt");
    }

    @Override
    public String name() {
        return number + " " + title;
    }

    /** The same group, closed at {@code at}, or open if that is empty. */
    public TicketGroup withClosedAt(Optional<Instant> at) {
        return new TicketGroup(id, openedFrom, number, title, openedAt, at);
    }

    @Override
    public <T> T fold(
            Function<? super ServiceGroup, ? extends T> service, Function<? super TicketGroup, ? extends T> ticket) {
        return ticket.apply(this);
    }
}
