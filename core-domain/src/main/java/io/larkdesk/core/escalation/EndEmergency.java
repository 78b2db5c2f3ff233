package io.larkdesk.core.escalation;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.conversation.Content.TicketEvent;
import io.larkdesk.core.person.PersonId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/** Somebody of the staff ends an Emergency and says what was done; whoever started it is told. The ticket stays open. */
@Singleton
public final class EndEmergency {

    private final CommandEmergency command;
    private final NoteEscalation note;
    private final TellByPage tell;

    /** Takes its collaborators. */
    @Inject
    public EndEmergency(CommandEmergency command, NoteEscalation note, TellByPage tell) {
        this.command = command;
        this.note = note;
        this.tell = tell;
    }

    /**
     * Who ends what.
     *
     * @param emergency which
     * @param person who
     * @param word what was done; not blank, at most {@value Emergency#LONGEST_TEXT} characters
     * @param seen the version that the person saw
     */
    public record Command(EmergencyId emergency, PersonId person, String word, long seen) {

        /** Refuses null, and a word that is blank or overlong. */
        public Command {
            Objects.requireNonNull(emergency, "emergency");
            Objects.requireNonNull(person, "person");
            if (word.isBlank() || !Emergency.isText(word)) {
                throw new IllegalArgumentException("word is blank or too long: " + word.length());
            }
        }
    }

    /** Ends it. */
    public CommandResult execute(Command command) {
        return this.command.execute(
                command.emergency(), command.person(), command.seen(), AuditAction.EMERGENCY_ENDED, (before, now) -> {
                    Emergency after = before.end(command.person(), command.word(), now);
                    note.by(command.person(), after, TicketEvent.EMERGENCY_ENDED, command.word());
                    tell.execute(after, Page.Kind.NEWS_ENDED, after.start().by(), now);
                    return Optional.of(after);
                });
    }
}
