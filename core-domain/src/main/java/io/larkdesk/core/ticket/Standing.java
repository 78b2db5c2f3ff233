package io.larkdesk.core.ticket;

import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.PersonId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Tells on whose side somebody has to do with a ticket: members of its group do, and those of the service team who serve the group it was
 * opened from. To everybody else the ticket does not exist.
 */
@Singleton
public final class Standing {

    private final Members members;

    /** Takes its collaborator. */
    @Inject
    public Standing(Members members) {
        this.members = members;
    }

    /** On whose side; empty if the person has nothing to do with the ticket. */
    public Optional<Side> of(PersonId person, Ticket ticket) {
        return members.find(ticket.id(), person)
                .filter(Member::isIn)
                .or(() -> members.find(ticket.openedFrom(), person)
                        .filter(member -> member.isIn() && member.side() == Side.SERVICE_TEAM))
                .map(Member::side);
    }
}
