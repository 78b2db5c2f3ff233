package io.larkdesk.core.escalation;

import io.larkdesk.core.group.Side;
import io.larkdesk.core.ticket.Ticket;
import java.util.Objects;

/**
 * A ticket as somebody escalates it.
 *
 * @param ticket the ticket
 * @param side on whose side that person has to do with it
 * @param plan the name of the tenant's support plan
 */
record Escalated(Ticket ticket, Side side, String plan) {

    Escalated {
        Objects.requireNonNull(ticket, "ticket");
        Objects.requireNonNull(side, "side");
        Objects.requireNonNull(plan, "plan");
    }
}
