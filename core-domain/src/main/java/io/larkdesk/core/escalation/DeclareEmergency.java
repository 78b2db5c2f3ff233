package io.larkdesk.core.escalation;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.Content.TicketEvent;
import io.larkdesk.core.escalation.Emergency.Declaration;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.ticket.RaiseToCritical;
import io.larkdesk.core.ticket.TicketState;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A customer's member of a ticket group declares an Emergency. At most one is active on a ticket: whoever declares another joins it. The
 * first level is paged in the same transaction, and the ticket's severity raised to critical; a resolved ticket is reopened by it. The same
 * client id declares once.
 */
@Singleton
public final class DeclareEmergency {

    private final Transactions transactions;
    private final FindEscalated findEscalated;
    private final RaiseToCritical raiseToCritical;
    private final SupportPlans plans;
    private final Emergencies emergencies;
    private final PageNextLevel pageNextLevel;
    private final NoteEscalation note;
    private final WatchStarter watchStarter;
    private final Randomness randomness;

    /** Takes its collaborators. */
    @Inject
    public DeclareEmergency(
            Transactions transactions,
            FindEscalated findEscalated,
            RaiseToCritical raiseToCritical,
            SupportPlans plans,
            Emergencies emergencies,
            PageNextLevel pageNextLevel,
            NoteEscalation note,
            WatchStarter watchStarter,
            Randomness randomness) {
        this.transactions = transactions;
        this.findEscalated = findEscalated;
        this.raiseToCritical = raiseToCritical;
        this.plans = plans;
        this.emergencies = emergencies;
        this.pageNextLevel = pageNextLevel;
        this.note = note;
        this.watchStarter = watchStarter;
        this.randomness = randomness;
    }

    /**
     * What is wrong.
     *
     * @param ticket the ticket's group
     * @param person who declares it
     * @param reason what is wrong
     * @param impact what is affected, at most {@value Emergency#LONGEST_TEXT} characters; may be empty
     * @param clientId the browser's id of this declaration, the same for each try
     */
    public record Command(GroupId ticket, PersonId person, Emergency.Reason reason, String impact, ClientId clientId) {

        /** Refuses null, and an overlong impact. */
        public Command {
            Objects.requireNonNull(ticket, "ticket");
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(clientId, "clientId");
            if (!Emergency.isText(impact)) {
                throw new IllegalArgumentException("impact is too long: " + impact.length());
            }
        }

        Declaration at(Instant now) {
            return new Declaration(person, now, reason, impact, clientId);
        }
    }

    /** How it ended. */
    public sealed interface Result {}

    /**
     * An Emergency has begun by this declaration.
     *
     * @param emergency as it is now
     */
    public record Started(Emergency emergency) implements Result {

        /** Refuses null. */
        public Started {
            Objects.requireNonNull(emergency, "emergency");
        }
    }

    /**
     * Somebody had declared one before; this declaration stands beside that one.
     *
     * @param emergency as it is now
     */
    public record Joined(Emergency emergency) implements Result {

        /** Refuses null. */
        public Joined {
            Objects.requireNonNull(emergency, "emergency");
        }
    }

    /** The ticket is closed: it has to be reopened first, or another one opened. */
    public record TicketClosed() implements Result {}

    /** The person stands on the service team's side. */
    public record NotACustomer() implements Result {}

    /** The person is not in the group, or there is no such ticket. */
    public record NothingThere() implements Result {}

    /** Declares it, unless it was declared before. */
    public Result execute(Command command) {
        return transactions.inTransaction(now -> {
            Optional<Escalated> found = findEscalated.lock(command.ticket(), command.person());
            if (found.isEmpty()) {
                return new NothingThere();
            }
            if (found.get().side() != Side.CUSTOMER) {
                return new NotACustomer();
            }
            Optional<Emergency> earlier =
                    emergencies.findByClientId(command.ticket(), command.person(), command.clientId());
            if (earlier.isPresent()) {
                return earlier.get().start().clientId().equals(command.clientId())
                                && earlier.get().start().by().equals(command.person())
                        ? new Started(earlier.get())
                        : new Joined(earlier.get());
            }
            Optional<Emergency> active = emergencies
                    .findActive(command.ticket())
                    .flatMap(seen -> emergencies.lock(seen.id()))
                    .filter(Emergency::isActive);
            if (active.isPresent()) {
                return join(active.get(), command, now);
            }
            return found.get().ticket().state() == TicketState.CLOSED
                    ? new TicketClosed()
                    : start(found.get(), command, now);
        });
    }

    private Result join(Emergency active, Command command, Instant now) {
        emergencies.join(active.id(), command.at(now));
        note.by(
                command.person(),
                active,
                TicketEvent.EMERGENCY_JOINED,
                command.reason().name());
        return new Joined(active);
    }

    private Result start(Escalated escalated, Command command, Instant now) {
        EmergencyId id = new EmergencyId(command.ticket(), randomness.uuid());
        Emergency emergency = Emergency.declare(
                id, command.at(now), plans.of(escalated.tenant()).escalation());
        emergencies.add(emergency, now);
        note.by(
                command.person(),
                emergency,
                TicketEvent.EMERGENCY_DECLARED,
                command.reason().name());
        raiseToCritical.execute(command.ticket(), command.person());
        Emergency paging = pageNextLevel.execute(emergency, now);
        watchStarter.execute(paging, now);
        return new Started(paging);
    }
}
