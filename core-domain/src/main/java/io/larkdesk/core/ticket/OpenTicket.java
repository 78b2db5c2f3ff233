package io.larkdesk.core.ticket;

import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.NoteTicket;
import io.larkdesk.core.group.Groups;
import io.larkdesk.core.group.SeatMembers;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.ticket.AssignEngineer.Assignment;
import io.larkdesk.core.ticket.KeepTimeline.Happened;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Gives a new ticket to somebody, opens its group and notes it everywhere; part of creating a ticket. */
@Singleton
public final class OpenTicket {

    private final AssignEngineer assignEngineer;
    private final Groups groups;
    private final Tickets tickets;
    private final SeatMembers seatMembers;
    private final KeepTimeline keepTimeline;
    private final NoteTicket noteTicket;

    /** Takes its collaborators. */
    @Inject
    public OpenTicket(
            AssignEngineer assignEngineer,
            Groups groups,
            Tickets tickets,
            SeatMembers seatMembers,
            KeepTimeline keepTimeline,
            NoteTicket noteTicket) {
        this.assignEngineer = assignEngineer;
        this.groups = groups;
        this.tickets = tickets;
        this.seatMembers = seatMembers;
        this.keepTimeline = keepTimeline;
        this.noteTicket = noteTicket;
    }

    Ticket execute(Ticket draft, Instant now) {
        Assignment assignment = assignEngineer.execute(draft.openedFrom(), now);
        Ticket ticket = draft.assigned(assignment.engineer());
        groups.save(ticket.group());
        tickets.save(ticket);
        seatMembers.execute(
                ticket.id(),
                Stream.of(Optional.of(ticket.opener()), ticket.engineer(), assignment.tam())
                        .flatMap(Optional::stream)
                        .toList());
        note(ticket, assignment);
        return ticket;
    }

    private void note(Ticket ticket, Assignment assignment) {
        Optional<PersonId> opener = Optional.of(ticket.opener());
        keepTimeline.execute(
                ticket.id(),
                new Happened(
                        TimelineEntry.Kind.CREATED,
                        opener,
                        Optional.empty(),
                        ticket.severity().name()));
        ticket.engineer()
                .ifPresent(engineer -> keepTimeline.execute(
                        ticket.id(),
                        new Happened(
                                TimelineEntry.Kind.ASSIGNED,
                                Optional.empty(),
                                Optional.of(engineer),
                                (assignment.until().isPresent() ? Reason.ON_DUTY : Reason.NOBODY_ON_DUTY).name())));
        Content.TicketNotice created = new Content.TicketNotice(
                Content.TicketEvent.CREATED,
                Content.TicketLink.to(ticket.group()),
                opener,
                ticket.engineer(),
                assignment.until(),
                "");
        noteTicket.execute(ticket.openedFrom(), created, List.of());
        noteTicket.execute(ticket.id(), created, ticket.engineer().stream().toList());
    }

    /** Why somebody has a ticket; the words of an entry of the Timeline. */
    enum Reason {
        /** The engineer on duty with the fewest open tickets. */
        ON_DUTY,
        /** The TAM, because nobody was on duty. */
        NOBODY_ON_DUTY
    }
}
