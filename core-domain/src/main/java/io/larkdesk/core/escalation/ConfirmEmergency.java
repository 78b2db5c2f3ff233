package io.larkdesk.core.escalation;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.conversation.Content.TicketEvent;
import io.larkdesk.core.person.PersonId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Whoever works on an Emergency says that they still do, so that paging does not resume. */
@Singleton
public final class ConfirmEmergency {

    private final CommandEmergency command;
    private final NoteEscalation note;

    /** Takes its collaborators. */
    @Inject
    public ConfirmEmergency(CommandEmergency command, NoteEscalation note) {
        this.command = command;
        this.note = note;
    }

    /**
     * Who confirms what.
     *
     * @param emergency which
     * @param person who; after a hand-over only the one who has it now, otherwise anybody who works on it
     * @param seen the version that the person saw
     */
    public record Command(EmergencyId emergency, PersonId person, long seen) {}

    /** Confirms; not now if the person does not work on it. */
    public CommandResult execute(Command command) {
        PersonId person = command.person();
        return this.command.execute(
                command.emergency(), person, command.seen(), AuditAction.EMERGENCY_CONFIRMED, (before, now) -> {
                    boolean mayConfirm = before.acknowledgement()
                            .filter(held ->
                                    held.firm() ? held.isBy(person) : held.by().equals(person))
                            .isPresent();
                    if (!mayConfirm) {
                        return Optional.empty();
                    }
                    Emergency after = before.confirm(person, now);
                    note.by(person, after, TicketEvent.EMERGENCY_CONFIRMED, "");
                    return Optional.of(after);
                });
    }
}
