package io.larkdesk.core.ticket;

import io.larkdesk.core.audit.AuditAction;
import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditChanges;
import io.larkdesk.core.audit.AuditDetail;
import io.larkdesk.core.audit.AuditEvent;
import io.larkdesk.core.audit.AuditField;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.audit.RecordAudit;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody moves a ticket on, gives it to somebody else, weighs, rates or hands it over. Who has seen another version of it than the present
 * one is refused, and told what is. While an Emergency is active on it, it is not resolved: the Emergency has to be ended first, with what was
 * done about that.
 */
@Singleton
public final class ChangeTicket {

    private final Transactions transactions;
    private final Tickets tickets;
    private final Standing standing;
    private final People people;
    private final Alarms alarms;
    private final TicketPolicy policy;
    private final RecordChange recordChange;
    private final HandOnTicket handOn;
    private final RecordAudit audit;

    /** Takes its collaborators. */
    @Inject
    public ChangeTicket(
            Transactions transactions,
            Tickets tickets,
            Standing standing,
            People people,
            Alarms alarms,
            TicketPolicy policy,
            RecordChange recordChange,
            HandOnTicket handOn,
            RecordAudit audit) {
        this.transactions = transactions;
        this.tickets = tickets;
        this.standing = standing;
        this.people = people;
        this.alarms = alarms;
        this.policy = policy;
        this.recordChange = recordChange;
        this.handOn = handOn;
        this.audit = audit;
    }

    /**
     * What is wanted.
     *
     * @param ticket of which ticket
     * @param actor who wants it
     * @param version the version of the ticket that the actor sees
     * @param change what
     */
    public record Command(GroupId ticket, PersonId actor, long version, Change change) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(ticket, "ticket");
            Objects.requireNonNull(actor, "actor");
            Objects.requireNonNull(change, "change");
        }
    }

    /** How it ended. */
    public sealed interface Result {}

    /**
     * The ticket is as wanted.
     *
     * @param ticket as it is now
     */
    public record Changed(Ticket ticket) implements Result {}

    /**
     * The ticket has changed since the actor saw it; nothing is done.
     *
     * @param ticket as it is now
     */
    public record Stale(Ticket ticket) implements Result {}

    /**
     * This cannot be done to the ticket as it is.
     *
     * @param ticket as it is
     */
    public record NotPossible(Ticket ticket) implements Result {}

    /**
     * This is for the other side to do.
     *
     * @param ticket as it is
     */
    public record NotAllowed(Ticket ticket) implements Result {}

    /**
     * Who is to have it is not one of the staff.
     *
     * @param ticket as it is
     */
    public record NotStaff(Ticket ticket) implements Result {}

    /**
     * The ticket cannot be resolved while an Emergency is active on it.
     *
     * @param ticket as it is
     */
    public record EmergencyActive(Ticket ticket) implements Result {}

    /**
     * The ticket is somebody else's to hand over, who is in its group.
     *
     * @param ticket as it is
     */
    public record NotOwner(Ticket ticket) implements Result {}

    /**
     * Whose it is to be is no customer in the ticket's group.
     *
     * @param ticket as it is
     */
    public record NotInGroup(Ticket ticket) implements Result {}

    /** The actor has nothing to do with the ticket, or there is none. */
    public record NothingThere() implements Result {}

    /** Changes the ticket. */
    public Result execute(Command command) {
        return transactions.inTransaction(now -> tickets.lock(command.ticket())
                .<Result>flatMap(
                        ticket -> standing.of(command.actor(), ticket).map(side -> change(ticket, side, command, now)))
                .orElseGet(NothingThere::new));
    }

    private Result change(Ticket ticket, Side side, Command command, Instant now) {
        Change change = command.change();
        if (!change.action().isFor(side)) {
            return new NotAllowed(ticket);
        }
        if (ticket.version() != command.version()) {
            return new Stale(ticket);
        }
        if (!change.action().isPossible(ticket, now, policy)) {
            return new NotPossible(ticket);
        }
        if (change.action() == Action.RESOLVE && alarms.isActive(ticket.id())) {
            return new EmergencyActive(ticket);
        }
        if (!change.ifReassigned(this::mayGet, true)) {
            return new NotStaff(ticket);
        }
        if (!change.ifHandedOver(to -> standing.mayHandOver(command.actor(), ticket), true)) {
            return new NotOwner(ticket);
        }
        if (!change.ifHandedOver(to -> standing.isCustomerIn(to, ticket), true)) {
            return new NotInGroup(ticket);
        }
        Ticket changed = change.appliedTo(ticket, now);
        if (!changed.equals(ticket)) {
            recordChange.execute(ticket, changed, change.action(), Optional.of(command.actor()));
            if (side == Side.SERVICE_TEAM) {
                record(command, ticket, changed);
            }
        }
        boolean isLeft = change.action() == Action.REOPEN
                && changed.engineer().filter(engineer -> !isStaff(engineer)).isPresent();
        return new Changed(isLeft ? handOn.execute(changed, Optional.empty(), now) : changed);
    }

    /** Asked again: whoever takes a role away holds that person's workload until it is done. */
    private boolean mayGet(PersonId person) {
        if (!isStaff(person)) {
            return false;
        }
        tickets.lockWorkloads(Set.of(person));
        return isStaff(person);
    }

    private boolean isStaff(PersonId person) {
        return people.find(person).flatMap(Person::role).isPresent();
    }

    /** What the customer's people do stands on the Timeline only. */
    private void record(Command command, Ticket before, Ticket after) {
        AuditChanges changes = AuditChanges.NONE
                .and(AuditField.DEED, AuditDetail.of(command.change().action()))
                .and(AuditField.STATE, AuditDetail.of(before.state()), AuditDetail.of(after.state()))
                .and(AuditField.SEVERITY, AuditDetail.of(before.severity()), AuditDetail.of(after.severity()))
                .and(
                        AuditField.ENGINEER,
                        before.engineer().map(AuditDetail::of),
                        after.engineer().map(AuditDetail::of));
        audit.execute(new AuditEvent(
                AuditBook.of(after.id().tenant()),
                AuditActor.of(command.actor()),
                AuditAction.TICKET_CHANGED,
                AuditSubject.of(AuditSubject.Kind.TICKET, after.number().value()),
                changes));
    }
}
