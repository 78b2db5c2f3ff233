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
import java.util.Set;

/**
 * Whose role is taken away is put out of the customers' groups, and the person's tickets that are not closed get somebody as new ones do. Where there is
 * nobody to get a ticket it stays as it is.
 */
@Singleton
public final class HandOnTickets implements RoleObserver {

    private final LeaveWithoutRole leave;
    private final Tickets tickets;
    private final HandOnTicket handOn;

    /** Takes its collaborators. */
    @Inject
    public HandOnTickets(LeaveWithoutRole leave, Tickets tickets, HandOnTicket handOn) {
        this.leave = leave;
        this.tickets = tickets;
        this.handOn = handOn;
    }

    @Override
    public void changed(Person person, PersonId administrator, Instant now) {
        if (person.role().isPresent()) {
            return;
        }
        leave.execute(person.id(), administrator, now);
        // Whoever changes a ticket holds it before the engineers' workloads; so twice, for what the person was given
        // until theirs is held
        lockHeldBy(person.id());
        tickets.lockWorkloads(Set.of(person.id()));
        lockHeldBy(person.id()).forEach(ticket -> handOn.execute(ticket, Optional.of(administrator), now));
    }

    /** All of them before any is changed, and in one order. */
    private List<Ticket> lockHeldBy(PersonId engineer) {
        return tickets.listHeldBy(engineer).stream()
                .sorted(Comparator.comparing(GroupId::toString))
                .flatMap(id -> tickets.lock(id).stream())
                .filter(ticket -> ticket.engineer().equals(Optional.of(engineer)))
                .filter(ticket -> ticket.state() != TicketState.CLOSED)
                .toList();
    }
}
