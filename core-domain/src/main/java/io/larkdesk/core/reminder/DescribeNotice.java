package io.larkdesk.core.reminder;

import io.larkdesk.core.conversation.Content.TicketEvent;
import io.larkdesk.core.conversation.Content.TicketNotice;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.Messages;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.Tenants;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketState;
import io.larkdesk.core.ticket.Tickets;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Finds out what a line about a ticket is to the person whom it mentions, as things are now; part of composing reminders. */
@Singleton
public final class DescribeNotice {

    private static final Set<TicketEvent> HURRYING =
            EnumSet.of(TicketEvent.REMINDER_SENT, TicketEvent.REMINDER_IN_VAIN, TicketEvent.REMINDER_PASSED_ON);
    private static final Set<TicketEvent> ASKING = EnumSet.of(
            TicketEvent.CREATED,
            TicketEvent.REASSIGNED,
            TicketEvent.RESOLVED,
            TicketEvent.REMINDER_SENT,
            TicketEvent.REMINDER_IN_VAIN,
            TicketEvent.REMINDER_PASSED_ON);

    private final Tickets tickets;
    private final Tenants tenants;
    private final People people;
    private final Messages messages;

    /** Takes its collaborators. */
    @Inject
    public DescribeNotice(Tickets tickets, Tenants tenants, People people, Messages messages) {
        this.tickets = tickets;
        this.tenants = tenants;
        this.people = people;
        this.messages = messages;
    }

    /** What {@code notice} asks of {@code recipient}; to be read, and no more, where it asks nothing, or it is not so any more. */
    Matter execute(TicketNotice notice, PersonId recipient, Instant now) {
        if (!ASKING.contains(notice.event())) {
            return Matter.Said.NO_MORE;
        }
        return tickets.find(notice.ticket().group())
                .flatMap(ticket -> describe(ticket, notice, recipient, now))
                .orElse(Matter.Said.NO_MORE);
    }

    private Optional<Matter> describe(Ticket ticket, TicketNotice notice, PersonId recipient, Instant now) {
        if (HURRYING.contains(notice.event())) {
            Optional<Instant> lastReplyAt = messages.findLastReply(ticket.id()).map(Message::postedAt);
            return Optional.of(new Matter.Hurried(about(ticket), lastReplyAt));
        }
        if (notice.event() == TicketEvent.RESOLVED) {
            return isToConfirm(recipient, ticket)
                    ? Optional.of(new Matter.Resolved(about(ticket), MessageReminder.Item.cut(notice.words())))
                    : Optional.empty();
        }
        return ticket.engineer().equals(Optional.of(recipient))
                ? Optional.of(new Matter.Assigned(about(ticket), why(notice, now)))
                : Optional.empty();
    }

    private static boolean isToConfirm(PersonId person, Ticket ticket) {
        return ticket.state() == TicketState.RESOLVED && ticket.owner().equals(person);
    }

    private Matter.AboutTicket about(Ticket ticket) {
        return new Matter.AboutTicket(
                ticket.number(),
                ticket.title().text(),
                ticket.severity(),
                ticket.product(),
                tenants.get(ticket.id().tenant()).organisation(),
                people.find(ticket.opener())
                        .map(Person::name)
                        .map(name -> name.value())
                        .orElse(ComposeReminder.SOMEBODY),
                ticket.times().openedAt());
    }

    private static Matter.Why why(TicketNotice notice, Instant now) {
        if (notice.event() == TicketEvent.REASSIGNED) {
            return Matter.Why.GIVEN;
        }
        return notice.until()
                .map(until -> now.isBefore(until) ? Matter.Why.ON_DUTY : Matter.Why.WAS_ON_DUTY)
                .orElse(Matter.Why.NOBODY_ON_DUTY);
    }
}
