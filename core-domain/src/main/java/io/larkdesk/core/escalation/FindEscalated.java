package io.larkdesk.core.escalation;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.Tenants;
import io.larkdesk.core.ticket.Standing;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.Tickets;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds a ticket for those who have to do with it; part of escalating one. */
@Singleton
public final class FindEscalated {

    private final Tickets tickets;
    private final Standing standing;
    private final Tenants tenants;

    /** Takes its collaborators. */
    @Inject
    public FindEscalated(Tickets tickets, Standing standing, Tenants tenants) {
        this.tickets = tickets;
        this.standing = standing;
        this.tenants = tenants;
    }

    /** The ticket; empty if {@code person} has nothing to do with it, or there is none. */
    Optional<Escalated> find(GroupId ticket, PersonId person) {
        return tickets.find(ticket).flatMap(found -> escalated(found, person));
    }

    /** The same, held until the running transaction ends, so that of several who escalate it at once each sees who was first. */
    Optional<Escalated> lock(GroupId ticket, PersonId person) {
        // asked before anything is held: a stranger keeps nobody waiting
        return find(ticket, person).flatMap(seen -> tickets.lock(ticket)).flatMap(held -> escalated(held, person));
    }

    private Optional<Escalated> escalated(Ticket ticket, PersonId person) {
        return standing.of(person, ticket)
                .map(side -> new Escalated(ticket, side, tenants.get(ticket.id().tenant())));
    }
}
