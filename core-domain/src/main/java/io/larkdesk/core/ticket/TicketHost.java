package io.larkdesk.core.ticket;

import io.larkdesk.core.conversation.ConversationHost;
import io.larkdesk.core.conversation.Message;
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

    private final Tickets tickets;
    private final KeepTimeline keepTimeline;

    /** Takes its collaborators. */
    @Inject
    public TicketHost(Tickets tickets, KeepTimeline keepTimeline) {
        this.tickets = tickets;
        this.keepTimeline = keepTimeline;
    }

    @Override
    public boolean isOpen(GroupId group) {
        // Held, so that nobody closes it while something is said
        return tickets.lock(group)
                .map(ticket -> ticket.state() != TicketState.CLOSED)
                .orElse(true);
    }

    @Override
    public void said(Message message, Instant now) {
        GroupId group = message.id().group();
        message.words()
                .ifPresent(words -> tickets.lock(group).ifPresent(ticket -> answer(ticket, words.author(), now)));
    }

    private void answer(Ticket ticket, PersonId author, Instant now) {
        Side side = Side.of(author, ticket.id());
        Ticket after = ticket.said(side, now);
        tickets.save(after);
        if (after.state() != ticket.state()) {
            TimelineEntry.Kind kind =
                    side == Side.SERVICE_TEAM ? TimelineEntry.Kind.FIRST_REPLY : TimelineEntry.Kind.CUSTOMER_REPLIED;
            keepTimeline.execute(ticket.id(), new Happened(kind, Optional.of(author), Optional.empty(), ""));
        }
    }
}
