package io.larkdesk.core.ticket;

import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;

/** What somebody wants changed about a ticket. */
public sealed interface Change {

    /** What it does: by this it is decided who may, and when. */
    Action action();

    /** {@code ticket} after the change; the ticket itself if it is that way already. Asked only when the action is possible. */
    Ticket appliedTo(Ticket ticket, Instant now);

    /** The answer of the function if this gives the ticket to somebody, else {@code otherwise}. */
    default <T> T ifReassigned(Function<? super PersonId, ? extends T> answer, T otherwise) {
        return otherwise;
    }

    /** The answer of the function if this makes the ticket somebody's on the customer's side, else {@code otherwise}. */
    default <T> T ifHandedOver(Function<? super PersonId, ? extends T> answer, T otherwise) {
        return otherwise;
    }

    /** The service team begins. */
    record Start() implements Change {

        @Override
        public Action action() {
            return Action.START;
        }

        @Override
        public Ticket appliedTo(Ticket ticket, Instant now) {
            return ticket.become(TicketState.IN_PROGRESS, now);
        }
    }

    /** The service team needs something of the customer. */
    record AwaitCustomer() implements Change {

        @Override
        public Action action() {
            return Action.AWAIT_CUSTOMER;
        }

        @Override
        public Ticket appliedTo(Ticket ticket, Instant now) {
            return ticket.become(TicketState.WAITING_FOR_CUSTOMER, now);
        }
    }

    /** The service team goes on without the customer's answer. */
    record Resume() implements Change {

        @Override
        public Action action() {
            return Action.RESUME;
        }

        @Override
        public Ticket appliedTo(Ticket ticket, Instant now) {
            return ticket.become(TicketState.IN_PROGRESS, now);
        }
    }

    /**
     * The service team has solved it.
     *
     * @param resolution what was done
     */
    record Resolve(Resolution resolution) implements Change {

        /** Refuses null. */
        public Resolve {
            Objects.requireNonNull(resolution, "resolution");
        }

        @Override
        public Action action() {
            return Action.RESOLVE;
        }

        @Override
        public Ticket appliedTo(Ticket ticket, Instant now) {
            return ticket.resolved(resolution, now);
        }
    }

    /** The customer says that it works; this closes the ticket. */
    record Confirm() implements Change {

        @Override
        public Action action() {
            return Action.CONFIRM;
        }

        @Override
        public Ticket appliedTo(Ticket ticket, Instant now) {
            return ticket.become(TicketState.CLOSED, now);
        }
    }

    /**
     * The customer says how well it went.
     *
     * @param rating how well
     */
    record Rate(Rating rating) implements Change {

        /** Refuses null. */
        public Rate {
            Objects.requireNonNull(rating, "rating");
        }

        @Override
        public Action action() {
            return Action.RATE;
        }

        @Override
        public Ticket appliedTo(Ticket ticket, Instant now) {
            return ticket.rating().filter(rating::equals).isPresent() ? ticket : ticket.rated(rating, now);
        }
    }

    /** It does not work after all. */
    record Reopen() implements Change {

        @Override
        public Action action() {
            return Action.REOPEN;
        }

        @Override
        public Ticket appliedTo(Ticket ticket, Instant now) {
            return ticket.become(TicketState.IN_PROGRESS, now);
        }
    }

    /**
     * Somebody else is to have it.
     *
     * @param to one of the staff
     */
    record Reassign(PersonId to) implements Change {

        /** Refuses null. */
        public Reassign {
            Objects.requireNonNull(to, "to");
        }

        @Override
        public Action action() {
            return Action.REASSIGN;
        }

        @Override
        public Ticket appliedTo(Ticket ticket, Instant now) {
            return ticket.engineer().filter(to::equals).isPresent() ? ticket : ticket.givenTo(to, now);
        }

        @Override
        public <T> T ifReassigned(Function<? super PersonId, ? extends T> answer, T otherwise) {
            return answer.apply(to);
        }
    }

    /**
     * It hurts more or less than thought.
     *
     * @param severity how much
     */
    record ChangeSeverity(Severity severity) implements Change {

        /** Refuses null. */
        public ChangeSeverity {
            Objects.requireNonNull(severity, "severity");
        }

        @Override
        public Action action() {
            return Action.CHANGE_SEVERITY;
        }

        @Override
        public Ticket appliedTo(Ticket ticket, Instant now) {
            return ticket.severity() == severity ? ticket : ticket.weighing(severity, now);
        }
    }

    /**
     * A colleague of the owner is to be the owner.
     *
     * @param to a customer in the ticket's group
     */
    record HandOver(PersonId to) implements Change {

        /** Refuses null. */
        public HandOver {
            Objects.requireNonNull(to, "to");
        }

        @Override
        public Action action() {
            return Action.HAND_OVER;
        }

        @Override
        public Ticket appliedTo(Ticket ticket, Instant now) {
            return ticket.owner().equals(to) ? ticket : ticket.handedTo(to, now);
        }

        @Override
        public <T> T ifHandedOver(Function<? super PersonId, ? extends T> answer, T otherwise) {
            return answer.apply(to);
        }
    }
}
