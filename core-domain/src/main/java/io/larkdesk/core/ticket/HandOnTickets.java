package io.larkdesk.core.ticket;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.LeaveWithoutRole;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.RoleObserver;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Whose role is taken away is put out of the customers' groups, and the person's tickets that are not closed get somebody as new ones do. Where there is
 * nobody to get a ticket it stays as it is.
 */
@Singleton
public final class HandOnTickets implements RoleObserver {

    private final LeaveWithoutRole leave;
    private final Tickets tickets;
    private final AssignEngineer assignEngineer;
    private final RecordChange recordChange;

    /** Takes its collaborators. */
    @Inject
    public HandOnTickets(
            LeaveWithoutRole leave, Tickets tickets, AssignEngineer assignEngineer, RecordChange recordChange) {
        this.leave = leave;
        this.tickets = tickets;
        this.assignEngineer = assignEngineer;
        this.recordChange = recordChange;
    }

    @Override
    public void changed(Person person, PersonId administrator, Instant now) {
        if (person.role().isPresent()) {
            return;
        }
        leave.execute(person.id(), administrator, now);
        // All of them first, and in one order: whoever changes a ticket holds it before the engineers' workloads
        List<Ticket> held = tickets.listHeldBy(person.id()).stream()
                .sorted(Comparator.comparing(GroupId::toString))
                .flatMap(id -> tickets.lock(id).stream())
                .filter(ticket -> ticket.engineer().equals(Optional.of(person.id())))
                .filter(ticket -> ticket.state() != TicketState.CLOSED)
                .toList();
        held.forEach(ticket -> handOn(ticket, administrator, now));
    }

    private void handOn(Ticket ticket, PersonId administrator, Instant now) {
        assignEngineer
                .execute(ticket.openedFrom(), now)
                .engineer()
                .ifPresent(engineer -> recordChange.execute(
                        ticket, ticket.givenTo(engineer, now), Action.REASSIGN, Optional.of(administrator)));
    }
}
