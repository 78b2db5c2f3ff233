package io.larkdesk.core.reminder;

import io.larkdesk.core.conversation.Content.TicketEvent;
import io.larkdesk.core.conversation.Content.TicketNotice;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.Messages;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.Matter.How;
import io.larkdesk.core.tenant.Tenants;
import io.larkdesk.core.ticket.Ticket;
import io.larkdesk.core.ticket.TicketState;
import io.larkdesk.core.ticket.Tickets;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds out what a line about a ticket is to the person whom it mentions, as things are now; part of composing reminders. */
@Singleton
public final class DescribeNotice {

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

    /** What {@code notice} is to {@code recipient}; to be read, and no more, where it asks nothing, or it is not so any more. */
    Matter execute(TicketNotice notice, PersonId recipient, Instant now) {
        return tickets.find(notice.ticket().group())
                .flatMap(ticket -> describe(ticket, notice, recipient, now))
                .orElse(Matter.Said.NO_MORE);
    }

    private Optional<Matter> describe(Ticket ticket, TicketNotice notice, PersonId recipient, Instant now) {
        boolean isEngineer = ticket.engineer().equals(Optional.of(recipient));
        boolean isOwner = ticket.owner().equals(recipient);
        return switch (notice.event()) {
            case CREATED, REASSIGNED -> when(isEngineer, () -> new Matter.Assigned(about(ticket), why(notice, now)));
            case REMINDER_SENT, REMINDER_IN_VAIN, REMINDER_PASSED_ON -> Optional.of(hurried(ticket));
            case RESOLVED ->
                when(
                        isOwner && ticket.state() == TicketState.RESOLVED,
                        () -> new Matter.Resolved(about(ticket), MessageReminder.Item.cut(notice.words())));
            case AWAITING_CUSTOMER ->
                when(
                        isOwner && ticket.state() == TicketState.WAITING_FOR_CUSTOMER,
                        () -> new Matter.Changed(about(ticket), How.AWAITING_CUSTOMER));
            case HANDED_OVER ->
                when(
                        isOwner && ticket.state() != TicketState.CLOSED,
                        () -> new Matter.Changed(about(ticket), How.HANDED_OVER));
            case REOPENED ->
                when(isEngineer && ticket.state().isOpen(), () -> new Matter.Changed(about(ticket), How.REOPENED));
            case SEVERITY_CHANGED ->
                when(
                        isEngineer && ticket.state().isOpen(),
                        () -> new Matter.Changed(about(ticket), How.SEVERITY_CHANGED));
            default -> Optional.empty();
        };
    }

    private static Optional<Matter> when(boolean isSo, Supplier<Matter> matter) {
        return isSo ? Optional.of(matter.get()) : Optional.empty();
    }

    private Matter hurried(Ticket ticket) {
        return new Matter.Hurried(
                about(ticket), messages.findLastReply(ticket.id()).map(Message::postedAt));
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
