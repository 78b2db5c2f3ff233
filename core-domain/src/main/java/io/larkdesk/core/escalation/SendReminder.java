package io.larkdesk.core.escalation;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.Content.TicketEvent;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.SeatMembers;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A customer's member of a ticket group asks for speed. Of several who ask at once one sends the Reminder, and the others are told who did;
 * the next can go a cool-down later. The line in the group mentions whoever is told, so the bot says it as the ReminderPolicy allows. The
 * same client id sends once.
 */
@Singleton
public final class SendReminder {

    private final Transactions transactions;
    private final FindEscalated findEscalated;
    private final ReviewReminders reviewReminders;
    private final Reminders reminders;
    private final ShowReminding showReminding;
    private final TellTam tellTam;
    private final SupportPlans plans;
    private final SeatMembers seatMembers;
    private final NoteEscalation note;

    /** Takes its collaborators. */
    @Inject
    public SendReminder(
            Transactions transactions,
            FindEscalated findEscalated,
            ReviewReminders reviewReminders,
            Reminders reminders,
            ShowReminding showReminding,
            TellTam tellTam,
            SupportPlans plans,
            SeatMembers seatMembers,
            NoteEscalation note) {
        this.transactions = transactions;
        this.findEscalated = findEscalated;
        this.reviewReminders = reviewReminders;
        this.reminders = reminders;
        this.showReminding = showReminding;
        this.tellTam = tellTam;
        this.plans = plans;
        this.seatMembers = seatMembers;
        this.note = note;
    }

    /**
     * Who asks for speed.
     *
     * @param ticket the ticket's group
     * @param person who
     * @param clientId the browser's id of this press, the same for each try
     */
    public record Command(GroupId ticket, PersonId person, ClientId clientId) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(ticket, "ticket");
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(clientId, "clientId");
        }
    }

    /** How it ended. */
    public sealed interface Result {}

    /**
     * The Reminder is on its way.
     *
     * @param reminder the one that this press sent, or an earlier try of it
     * @param nextAt when the next one can go
     */
    public record Sent(Reminder reminder, Instant nextAt) implements Result {

        /** Refuses null. */
        public Sent {
            Objects.requireNonNull(reminder, "reminder");
            Objects.requireNonNull(nextAt, "nextAt");
        }
    }

    /**
     * None was sent.
     *
     * @param why what keeps it back
     */
    public record Refused(ShowReminding.State why) implements Result {

        /** Refuses null. */
        public Refused {
            Objects.requireNonNull(why, "why");
        }
    }

    /** The person is not in the group, or there is no such ticket. */
    public record NothingThere() implements Result {}

    /** Sends the Reminder, unless it was sent before or something keeps it back. */
    public Result execute(Command command) {
        return transactions.inTransaction(now -> {
            Optional<Escalated> escalated = findEscalated.lock(command.ticket(), command.person());
            if (escalated.isEmpty()) {
                return new NothingThere();
            }
            Optional<Reminder> earlier =
                    reminders.findByClientId(command.ticket(), command.person(), command.clientId());
            if (earlier.isPresent()) {
                return new Sent(earlier.get(), Reminding.nextAt(earlier.get()));
            }
            ShowReminding.State state = showReminding.state(escalated.get(), now);
            return state instanceof ShowReminding.Ready ready
                    ? send(escalated.get(), command, ready, now)
                    : new Refused(state);
        });
    }

    private Result send(Escalated escalated, Command command, ShowReminding.Ready ready, Instant now) {
        PersonId to = ready.to();
        boolean inVain = reviewReminders
                .execute(command.ticket())
                .isInVain(plans.of(escalated.tenant()).replyWithin(), now);
        seatMembers.execute(command.ticket(), List.of(to));
        NoteEscalation.Line said =
                new NoteEscalation.Line(TicketEvent.REMINDER_SENT, Optional.of(command.person()), Optional.of(to), "");
        Message line = note.execute(command.ticket(), said, List.of(to));
        Optional<PersonId> tam = inVain
                ? tellTam.execute(command.ticket(), command.person(), to, TicketEvent.REMINDER_IN_VAIN, now)
                : Optional.empty();
        Reminder reminder = new Reminder(
                line.id(), command.person(), now, command.clientId(), to, tam, Reminder.Progress.begin(now));
        reminders.add(reminder);
        return new Sent(reminder, Reminding.nextAt(reminder));
    }
}
