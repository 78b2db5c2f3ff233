package io.larkdesk.core.escalation;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.conversation.Content.TicketEvent;
import io.larkdesk.core.group.SeatMembers;
import io.larkdesk.core.person.PersonId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Somebody of the staff works on an Emergency from now on: paging stops, and whoever started it is told. Whoever comes later joins. */
@Singleton
public final class AcknowledgeEmergency {

    private final CommandEmergency command;
    private final SeatMembers seatMembers;
    private final NoteEscalation note;
    private final TellByPage tell;

    /** Takes its collaborators. */
    @Inject
    public AcknowledgeEmergency(
            CommandEmergency command, SeatMembers seatMembers, NoteEscalation note, TellByPage tell) {
        this.command = command;
        this.seatMembers = seatMembers;
        this.note = note;
        this.tell = tell;
    }

    /**
     * Who acknowledges what.
     *
     * @param emergency which
     * @param person who
     * @param seen the version that the person saw
     */
    public record Command(EmergencyId emergency, PersonId person, long seen) {}

    /** Acknowledges, or joins; acknowledging or joining again changes nothing. */
    public CommandResult execute(Command command) {
        PersonId person = command.person();
        return this.command.execute(
                command.emergency(), person, command.seen(), AuditAction.EMERGENCY_ACKNOWLEDGED, (before, now) -> {
                    if (before.acknowledgement()
                            .filter(held -> held.isBy(person))
                            .isPresent()) {
                        return Optional.of(before);
                    }
                    Emergency after = before.acknowledge(person, now);
                    seatMembers.execute(before.id().ticket(), List.of(person));
                    if (before.isUnacknowledged()) {
                        note.by(person, after, TicketEvent.EMERGENCY_ACKNOWLEDGED, "");
                        tell.execute(
                                after,
                                Page.Kind.NEWS_ACKNOWLEDGED,
                                after.start().by(),
                                now);
                    } else {
                        note.by(person, after, TicketEvent.EMERGENCY_HELPED, "");
                    }
                    return Optional.of(after);
                });
    }
}
