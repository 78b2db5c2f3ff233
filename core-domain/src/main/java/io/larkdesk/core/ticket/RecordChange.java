package io.larkdesk.core.ticket;

import io.larkdesk.core.conversation.Content;
import io.larkdesk.core.conversation.Content.TicketEvent;
import io.larkdesk.core.conversation.NoteTicket;
import io.larkdesk.core.conversation.RedrawLists;
import io.larkdesk.core.group.Groups;
import io.larkdesk.core.group.SeatMembers;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.ticket.KeepTimeline.Happened;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Stores a ticket that has changed, and notes the change on its Timeline and in its conversation; part of changing tickets. */
@Singleton
public final class RecordChange {

    private final Tickets tickets;
    private final Groups groups;
    private final SeatMembers seatMembers;
    private final KeepTimeline keepTimeline;
    private final NoteTicket noteTicket;
    private final RedrawLists redrawLists;

    /** Takes its collaborators. */
    @Inject
    public RecordChange(
            Tickets tickets,
            Groups groups,
            SeatMembers seatMembers,
            KeepTimeline keepTimeline,
            NoteTicket noteTicket,
            RedrawLists redrawLists) {
        this.tickets = tickets;
        this.groups = groups;
        this.seatMembers = seatMembers;
        this.keepTimeline = keepTimeline;
        this.noteTicket = noteTicket;
        this.redrawLists = redrawLists;
    }

    /**
     * Stores and notes.
     *
     * @param by who did it; empty if the desk did by itself
     */
    void execute(Ticket before, Ticket after, Action action, Optional<PersonId> by) {
        tickets.save(after);
        if (!after.times().closedAt().equals(before.times().closedAt())) {
            groups.save(after.group());
            redrawLists.execute(after.id());
        }
        if (action == Action.REASSIGN) {
            seatMembers.execute(after.id(), after.engineer().stream().toList());
        }
        Optional<PersonId> about = about(action, after);
        keepTimeline.execute(after.id(), new Happened(kind(action, by), by, about, words(action, after)));
        Content.TicketNotice notice = new Content.TicketNotice(
                event(action, by),
                Content.TicketLink.to(after.group()),
                by,
                about,
                Optional.empty(),
                words(action, after));
        noteTicket.execute(after.id(), notice, concerned(action, after));
    }

    private static Optional<PersonId> about(Action action, Ticket after) {
        return switch (action) {
            case REASSIGN -> after.engineer();
            case HAND_OVER -> Optional.of(after.owner());
            case START, AWAIT_CUSTOMER, RESUME, RESOLVE, CONFIRM, RATE, REOPEN, CHANGE_SEVERITY -> Optional.empty();
        };
    }

    private static TimelineEntry.Kind kind(Action action, Optional<PersonId> by) {
        return switch (action) {
            case START -> TimelineEntry.Kind.STARTED;
            case AWAIT_CUSTOMER -> TimelineEntry.Kind.AWAITING_CUSTOMER;
            case RESUME -> TimelineEntry.Kind.RESUMED;
            case RESOLVE -> TimelineEntry.Kind.RESOLVED;
            case CONFIRM -> by.isPresent() ? TimelineEntry.Kind.CONFIRMED : TimelineEntry.Kind.CLOSED_BY_ITSELF;
            case RATE -> TimelineEntry.Kind.RATED;
            case REOPEN -> TimelineEntry.Kind.REOPENED;
            case REASSIGN -> TimelineEntry.Kind.ASSIGNED;
            case CHANGE_SEVERITY -> TimelineEntry.Kind.SEVERITY_CHANGED;
            case HAND_OVER -> TimelineEntry.Kind.HANDED_OVER;
        };
    }

    private static TicketEvent event(Action action, Optional<PersonId> by) {
        return switch (action) {
            case START -> TicketEvent.STARTED;
            case AWAIT_CUSTOMER -> TicketEvent.AWAITING_CUSTOMER;
            case RESUME -> TicketEvent.RESUMED;
            case RESOLVE -> TicketEvent.RESOLVED;
            case CONFIRM -> by.isPresent() ? TicketEvent.CONFIRMED : TicketEvent.CLOSED_BY_ITSELF;
            case RATE -> TicketEvent.RATED;
            case REOPEN -> TicketEvent.REOPENED;
            case REASSIGN -> TicketEvent.REASSIGNED;
            case CHANGE_SEVERITY -> TicketEvent.SEVERITY_CHANGED;
            case HAND_OVER -> TicketEvent.HANDED_OVER;
        };
    }

    private static String words(Action action, Ticket after) {
        return switch (action) {
            case RESOLVE -> after.resolution().map(Resolution::text).orElse("");
            case RATE ->
                after.rating()
                        .map(rating -> (rating.stars() + " " + rating.word()).strip())
                        .orElse("");
            case CHANGE_SEVERITY -> after.severity().name();
            case START, AWAIT_CUSTOMER, RESUME, CONFIRM, REOPEN, REASSIGN, HAND_OVER -> "";
        };
    }

    /** Who is told by the bot of a change that somebody else made. */
    private static List<PersonId> concerned(Action action, Ticket after) {
        return switch (action) {
            case RESOLVE, AWAIT_CUSTOMER, HAND_OVER -> List.of(after.owner());
            case REASSIGN, REOPEN, CHANGE_SEVERITY -> after.engineer().stream().toList();
            case START, RESUME, CONFIRM, RATE -> List.of();
        };
    }
}
