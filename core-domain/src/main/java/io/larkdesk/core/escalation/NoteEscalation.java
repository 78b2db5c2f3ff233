package io.larkdesk.core.escalation;

import io.larkdesk.core.conversation.Content.TicketEvent;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Notes what happens in an escalation: on the ticket's Timeline, and as a line in its group. */
@Singleton
public final class NoteEscalation {

    private final EscalatedTickets tickets;

    /** Takes the tickets. */
    @Inject
    public NoteEscalation(EscalatedTickets tickets) {
        this.tickets = tickets;
    }

    /**
     * What happened.
     *
     * @param event what
     * @param by who did it; empty if the desk did by itself
     * @param about whom it is about, if anybody
     * @param words said of it; perhaps nothing
     */
    record Line(TicketEvent event, Optional<PersonId> by, Optional<PersonId> about, String words) {

        Line {
            Objects.requireNonNull(event, "event");
            Objects.requireNonNull(by, "by");
            Objects.requireNonNull(about, "about");
            Objects.requireNonNull(words, "words");
        }
    }

    /** What the desk itself did, about somebody or nobody. */
    void byItself(Emergency emergency, TicketEvent event, Optional<PersonId> about, String words, Instant now) {
        execute(emergency, new Line(event, Optional.empty(), about, words), now);
    }

    /** What {@code by} did. */
    void by(PersonId by, Emergency emergency, TicketEvent event, String words, Instant now) {
        execute(emergency, new Line(event, Optional.of(by), Optional.empty(), words), now);
    }

    /** Of {@code emergency}; nobody is told of the line. */
    void execute(Emergency emergency, Line line, Instant now) {
        execute(emergency.id().ticket(), line, List.of(), now);
    }

    /** Of the ticket of {@code group}; those of {@code told} who are in it are mentioned. */
    Message execute(GroupId group, Line line, Collection<PersonId> told, Instant now) {
        return tickets.note(group, line, told, now);
    }
}
