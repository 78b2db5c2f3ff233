package io.larkdesk.core.escalation;

import io.larkdesk.core.group.Side;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.ticket.Ticket;
import java.util.Objects;

/**
 * A ticket as somebody escalates it.
 *
 * @param ticket the ticket
 * @param side on whose side that person has to do with it
 * @param tenant whose ticket it is
 */
record Escalated(Ticket ticket, Side side, Tenant tenant) {

    Escalated {
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(tenant, "tenant");
    }
}
