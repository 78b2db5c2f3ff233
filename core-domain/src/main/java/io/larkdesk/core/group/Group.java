package io.larkdesk.core.group;

import java.util.function.Function;

/** Where people of a customer and of the service team talk: a tenant's service group, or the group of one ticket. */
public sealed interface Group permits ServiceGroup, TicketGroup {

    /** Identifies it. */
    GroupId id();

    /** Shown as its heading; of a ticket group with the ticket's number before the title. */
    String name();

    /** Whether it is the group of a ticket that is closed: nobody comes into it any more, and nobody writes in it. */
    default boolean isClosed() {
        return fold(service -> false, ticket -> ticket.closedAt().isPresent());
    }

    /** The answer of the one function that fits. */
    <T> T fold(Function<? super ServiceGroup, ? extends T> service, Function<? super TicketGroup, ? extends T> ticket);
}
