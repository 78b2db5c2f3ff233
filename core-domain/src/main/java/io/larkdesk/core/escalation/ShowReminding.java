package io.larkdesk.core.escalation;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.ticket.Ticket;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Tells a member of a ticket group whether a Reminder can be sent, why not, and what became of the last one: before anybody presses. */
@Singleton
public final class ShowReminding {

    private final Transactions transactions;
    private final FindEscalated findEscalated;
    private final ReviewReminders reviewReminders;
    private final Emergencies emergencies;
    private final ChooseReminded choose;

    /** Takes its collaborators. */
    @Inject
    public ShowReminding(
            Transactions transactions,
            FindEscalated findEscalated,
            ReviewReminders reviewReminders,
            Emergencies emergencies,
            ChooseReminded choose) {
        this.transactions = transactions;
        this.findEscalated = findEscalated;
        this.reviewReminders = reviewReminders;
        this.emergencies = emergencies;
        this.choose = choose;
    }

    /** Whether a Reminder can be sent now. */
    public sealed interface State {}

    /**
     * It can.
     *
     * @param to who would be told
     */
    public record Ready(PersonId to) implements State {

        /** Refuses null. */
        public Ready {
            Objects.requireNonNull(to, "to");
        }
    }

    /**
     * Not yet.
     *
     * @param last the Reminder that was sent
     * @param nextAt when the next one can go; at exactly this instant it can
     */
    public record CoolingDown(Reminder last, Instant nextAt) implements State {

        /** Refuses null. */
        public CoolingDown {
            Objects.requireNonNull(last, "last");
            Objects.requireNonNull(nextAt, "nextAt");
        }
    }

    /**
     * Not as things are.
     *
     * @param reason why
     */
    public record Off(Reason reason) implements State {

        /** Refuses null. */
        public Off {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Why there is nothing to press. */
    public enum Reason {
        /** The person stands on the service team's side. */
        NOT_A_CUSTOMER,
        /** The ticket is resolved. */
        RESOLVED,
        /** The ticket is closed. */
        CLOSED,
        /** An Emergency is active: the team is being paged already. */
        EMERGENCY_ACTIVE,
        /** Nobody of the service team is there to be told. */
        NOBODY_THERE
    }

    /**
     * What to show.
     *
     * @param state whether a Reminder can be sent
     * @param last the last one, with what became of it, if there was one
     */
    public record Shown(State state, Optional<Reminder> last) {

        /** Refuses null. */
        public Shown {
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(last, "last");
        }
    }

    /** What to show {@code person}; empty if the person is not in the group, or there is no such ticket. */
    public Optional<Shown> execute(GroupId ticket, PersonId person) {
        return transactions.inTransaction(now -> findEscalated
                .find(ticket, person)
                .map(found -> new Shown(
                        state(found, now),
                        reviewReminders.execute(ticket).last().stream().findFirst())));
    }

    State state(Escalated escalated, Instant now) {
        return obstacle(escalated).<State>map(Off::new).orElseGet(() -> cooledDown(escalated.ticket(), now));
    }

    private Optional<Reason> obstacle(Escalated escalated) {
        if (escalated.side() != Side.CUSTOMER) {
            return Optional.of(Reason.NOT_A_CUSTOMER);
        }
        return switch (escalated.ticket().state()) {
            case RESOLVED -> Optional.of(Reason.RESOLVED);
            case CLOSED -> Optional.of(Reason.CLOSED);
            case NEW, IN_PROGRESS, WAITING_FOR_CUSTOMER ->
                emergencies.findActive(escalated.ticket().id()).map(active -> Reason.EMERGENCY_ACTIVE);
        };
    }

    private State cooledDown(Ticket ticket, Instant now) {
        return reviewReminders
                .execute(ticket.id())
                .coolingDownBy(now)
                .<State>map(last -> new CoolingDown(last, Reminding.nextAt(last)))
                .or(() -> choose.execute(ticket, now).map(Ready::new))
                .orElseGet(() -> new Off(Reason.NOBODY_THERE));
    }
}
