package io.larkdesk.core.escalation;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.conversation.Content.TicketEvent;
import io.larkdesk.core.group.SeatMembers;
import io.larkdesk.core.person.PersonId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Gives an Emergency to somebody else of the staff, who is paged, and has to confirm as soon as a level has to acknowledge; or paging resumes.
 */
@Singleton
public final class HandOverEmergency {

    private final CommandEmergency command;
    private final SeatMembers seatMembers;
    private final NoteEscalation note;
    private final TellByPage tell;

    /** Takes its collaborators. */
    @Inject
    public HandOverEmergency(CommandEmergency command, SeatMembers seatMembers, NoteEscalation note, TellByPage tell) {
        this.command = command;
        this.seatMembers = seatMembers;
        this.note = note;
        this.tell = tell;
    }

    /**
     * Who gives what to whom.
     *
     * @param emergency which
     * @param person who gives it
     * @param to who gets it
     * @param seen the version that the giver saw
     */
    public record Command(EmergencyId emergency, PersonId person, PersonId to, long seen) {}

    /** Hands it over; not now if nobody has acknowledged it, the taker has it already, or is not of the staff. */
    public CommandResult execute(Command command) {
        PersonId to = command.to();
        return this.command.execute(
                command.emergency(),
                command.person(),
                command.seen(),
                AuditAction.EMERGENCY_HANDED_OVER,
                (before, now) -> {
                    if (before.acknowledgement()
                                    .filter(held -> !held.by().equals(to))
                                    .isEmpty()
                            || !this.command.isStaff(to)) {
                        return Optional.empty();
                    }
                    Emergency after = before.handOver(to, now);
                    seatMembers.execute(before.id().ticket(), List.of(to));
                    note.execute(
                            after,
                            new NoteEscalation.Line(
                                    TicketEvent.EMERGENCY_HANDED_OVER,
                                    Optional.of(command.person()),
                                    Optional.of(to),
                                    ""));
                    if (!to.equals(command.person())) {
                        tell.execute(after, Page.Kind.HANDED_OVER, to, now);
                    }
                    return Optional.of(after);
                });
    }
}
