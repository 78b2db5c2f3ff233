package io.larkdesk.core.ticket;

import io.larkdesk.core.conversation.ConversationHost;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.ticket.KeepTimeline.Happened;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** What talking means to a ticket: the service team's first answer begins the work, the customer's answer goes on with it, and nobody talks of a closed one. */
@Singleton
public final class TicketHost implements ConversationHost {

    private static final Hearer NOBODY = (message, now) -> {};

    private final Tickets tickets;
    private final KeepTimeline keepTimeline;

    /** Takes its collaborators. */
    @Inject
    public TicketHost(Tickets tickets, KeepTimeline keepTimeline) {
        this.tickets = tickets;
        this.keepTimeline = keepTimeline;
    }

    @Override
    public Optional<Hearer> open(GroupId group) {
        // Held, so that nobody closes it while something is said
        Optional<Ticket> ticket = tickets.lock(group);
        return ticket.isEmpty()
                ? Optional.of(NOBODY)
                : ticket.filter(TicketHost::isOpen).map(this::hearer);
    }

    private static boolean isOpen(Ticket ticket) {
        return ticket.state() != TicketState.CLOSED;
    }

    private Hearer hearer(Ticket ticket) {
        return (message, now) -> message.words().ifPresent(words -> answer(ticket, words.author(), now));
    }

    private void answer(Ticket ticket, PersonId author, Instant now) {
        Side side = Side.of(author, ticket.id());
        Ticket after = ticket.said(side, now);
        if (after.equals(ticket.activeAt(now))) {
            tickets.noteActivity(ticket.id(), now);
            return;
        }
        tickets.save(after);
        if (after.state() != ticket.state()) {
            TimelineEntry.Kind kind =
                    side == Side.SERVICE_TEAM ? TimelineEntry.Kind.FIRST_REPLY : TimelineEntry.Kind.CUSTOMER_REPLIED;
            keepTimeline.execute(ticket.id(), new Happened(kind, Optional.of(author), Optional.empty(), ""));
        }
    }
}
