package io.larkdesk.core.queue;

import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.ticket.Ticket;
import java.util.List;

/** The tickets that are not closed, as the service team takes them up. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface TicketQueue {

    /** At most {@code limit} of the tickets asked for, in their order; takes no longer the more closed ones there are. */
    List<Ticket> list(QueueQuery query, int limit);

    /** How many the tickets asked for are, wherever they stand, but {@code most} at most. */
    int count(QueueQuery query, int most);

    /**
     * The customers in whose service groups the asker is, for {@link QueueQuery.Whose#ALL} all that have one; in any order, whatever else is
     * asked for.
     *
     * @param most no more than these
     */
    List<TenantId> listCustomers(QueueQuery query, int most);
}
