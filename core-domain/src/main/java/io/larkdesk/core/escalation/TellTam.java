package io.larkdesk.core.escalation;

import io.larkdesk.core.conversation.Content.TicketEvent;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.SeatMembers;
import io.larkdesk.core.person.PersonId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tells a TAM of a Reminder that leads nowhere otherwise; part of sending Reminders and of looking after them. */
@Singleton
public final class TellTam {

    private final ChooseReminded choose;
    private final SeatMembers seatMembers;
    private final NoteEscalation note;

    /** Takes its collaborators. */
    @Inject
    public TellTam(ChooseReminded choose, SeatMembers seatMembers, NoteEscalation note) {
        this.choose = choose;
        this.seatMembers = seatMembers;
        this.note = note;
    }

    /** Who was told; empty if there is no TAM but the one who was told of the Reminder in the first place. */
    Optional<PersonId> execute(GroupId ticket, PersonId presser, PersonId told, TicketEvent event, Instant now) {
        return choose.tam(now).filter(tam -> !tam.equals(told)).map(tam -> {
            seatMembers.execute(ticket, List.of(tam));
            note.execute(
                    ticket, new NoteEscalation.Line(event, Optional.of(presser), Optional.of(tam), ""), List.of(tam));
            return tam;
        });
    }
}
