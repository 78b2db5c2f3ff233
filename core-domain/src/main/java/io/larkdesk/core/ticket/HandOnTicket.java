package io.larkdesk.core.ticket;

import io.larkdesk.core.person.PersonId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Gives a ticket whose engineer has no role any more to somebody, as a new one; where there is nobody it stays as it is. Part of changing tickets. */
@Singleton
public final class HandOnTicket {

    private final AssignEngineer assignEngineer;
    private final RecordChange recordChange;

    /** Takes its collaborators. */
    @Inject
    public HandOnTicket(AssignEngineer assignEngineer, RecordChange recordChange) {
        this.assignEngineer = assignEngineer;
        this.recordChange = recordChange;
    }

    /**
     * The ticket as it is then.
     *
     * @param by who took the role away; empty if the desk finds somebody by itself
     */
    Ticket execute(Ticket ticket, Optional<PersonId> by, Instant now) {
        Optional<Ticket> given = assignEngineer
                .execute(ticket.openedFrom(), now)
                .engineer()
                .map(engineer -> ticket.givenTo(engineer, now));
        given.ifPresent(after -> recordChange.execute(ticket, after, Action.REASSIGN, by));
        return given.orElse(ticket);
    }
}
