package io.larkdesk.core.escalation;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.person.PersonId;
import java.util.Objects;
import java.util.Optional;

/**
 * What an escalation has to know of a ticket.
 *
 * @param group the ticket's group
 * @param number the ticket's number
 * @param title the ticket's title
 * @param plan the name of the tenant's support plan
 * @param phase whether anything is left to do
 * @param engineer who has the ticket, if anybody has
 */
record EscalatedTicket(
        GroupId group, TicketNumber number, String title, String plan, Phase phase, Optional<PersonId> engineer) {

    EscalatedTicket {
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(plan, "plan");
        Objects.requireNonNull(phase, "phase");
        Objects.requireNonNull(engineer, "engineer");
    }

    /** Whether anything is left to do. */
    enum Phase {
        OPEN,
        RESOLVED,
        CLOSED
    }
}
