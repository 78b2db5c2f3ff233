package io.larkdesk.core.escalation;

import io.larkdesk.core.conversation.Content.TicketEvent;
import io.larkdesk.core.conversation.Content.TicketLink;
import io.larkdesk.core.conversation.Content.TicketNotice;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.NoteTicket;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.ticket.KeepTimeline;
import io.larkdesk.core.ticket.KeepTimeline.Happened;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.Tickets;
import io.larkdesk.core.ticket.TimelineEntry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Notes what happens in an escalation: on the ticket's Timeline, and as a line in its group. */
@Singleton
public final class NoteEscalation {

    private final Tickets tickets;
    private final KeepTimeline keepTimeline;
    private final NoteTicket noteTicket;

    /** Takes its collaborators. */
    @Inject
    public NoteEscalation(Tickets tickets, KeepTimeline keepTimeline, NoteTicket noteTicket) {
        this.tickets = tickets;
        this.keepTimeline = keepTimeline;
        this.noteTicket = noteTicket;
    }

    /**
     * What happened.
     *
     * @param event what; there is a kind of entry of the Timeline with the same name
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
    void byItself(Emergency emergency, TicketEvent event, Optional<PersonId> about, String words) {
        execute(emergency, new Line(event, Optional.empty(), about, words));
    }

    /** What {@code by} did. */
    void by(PersonId by, Emergency emergency, TicketEvent event, String words) {
        execute(emergency, new Line(event, Optional.of(by), Optional.empty(), words));
    }

    /** Of {@code emergency}; nobody is told of the line. */
    void execute(Emergency emergency, Line line) {
        execute(emergency.id().ticket(), line, List.of());
    }

    /** Of the ticket of {@code group}; those of {@code told} who are in it are mentioned. */
    Message execute(GroupId group, Line line, Collection<PersonId> told) {
        Ticket ticket = tickets.find(group).orElseThrow();
        TimelineEntry.Kind kind = TimelineEntry.Kind.valueOf(line.event().name());
        keepTimeline.execute(group, new Happened(kind, line.by(), line.about(), line.words()));
        TicketLink link = new TicketLink(group, ticket.number(), ticket.title().text());
        return noteTicket.execute(
                group,
                new TicketNotice(line.event(), link, line.by(), line.about(), Optional.empty(), line.words()),
                told);
    }
}
