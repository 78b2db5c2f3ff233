package io.larkdesk.core.escalation;

import io.larkdesk.core.conversation.Content.TicketEvent;
import io.larkdesk.core.conversation.ReadCursors;
import io.larkdesk.core.escalation.Reminder.Delivery;
import io.larkdesk.core.escalation.Reminder.Progress;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.Decision;
import io.larkdesk.core.reminder.Mentions;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenants;
import io.larkdesk.core.ticket.KeepTimeline;
import io.larkdesk.core.ticket.KeepTimeline.Happened;
import io.larkdesk.core.ticket.TimelineEntry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Looks after Reminders: notes when one was delivered and read, tells the TAM where one could not be delivered, and where several had no
 * reply within the time that the support plan allows. Nobody is waited for longer than a day.
 */
@Singleton
public final class FollowReminders {

    private final Transactions transactions;
    private final Reminders reminders;
    private final ReviewReminders reviewReminders;
    private final Mentions mentions;
    private final ReadCursors cursors;
    private final Tenants tenants;
    private final SupportPlans plans;
    private final KeepTimeline keepTimeline;
    private final TellTam tellTam;

    /** Takes its collaborators. */
    @Inject
    public FollowReminders(
            Transactions transactions,
            Reminders reminders,
            ReviewReminders reviewReminders,
            Mentions mentions,
            ReadCursors cursors,
            Tenants tenants,
            SupportPlans plans,
            KeepTimeline keepTimeline,
            TellTam tellTam) {
        this.transactions = transactions;
        this.reminders = reminders;
        this.reviewReminders = reviewReminders;
        this.mentions = mentions;
        this.cursors = cursors;
        this.tenants = tenants;
        this.plans = plans;
        this.keepTimeline = keepTimeline;
        this.tellTam = tellTam;
    }

    /** Looks at no more than {@code limit} of those that are due; tells how many that were. */
    public int execute(int limit) {
        return transactions.inTransaction(now -> {
            List<Reminder> due = reminders.lockDue(now, limit);
            due.forEach(reminder -> reminders.save(look(reminder, now)));
            return due.size();
        });
    }

    private Reminder look(Reminder before, Instant now) {
        Progress seen = before.progress();
        Optional<Instant> readAt = seen.readAt().or(() -> isRead(before) ? Optional.of(now) : Optional.empty());
        Delivery delivery = seen.delivery() == Delivery.OPEN ? delivery(before) : seen.delivery();
        if (seen.readAt().isEmpty() && readAt.isPresent()) {
            note(before, TimelineEntry.Kind.REMINDER_READ);
        }
        if (seen.delivery() == Delivery.OPEN && delivery == Delivery.DELIVERED) {
            note(before, TimelineEntry.Kind.REMINDER_DELIVERED);
        }
        Reminder told = before;
        if (seen.delivery() == Delivery.OPEN && delivery == Delivery.FAILED) {
            note(before, TimelineEntry.Kind.REMINDER_FAILED);
            told = told.tam().isPresent() ? told : tell(told, TicketEvent.REMINDER_PASSED_ON, now);
        }
        Reminding reminding = reviewReminders.execute(before.ticket());
        boolean isLast = reminding.last().get(0).line().equals(before.line());
        boolean waits = isLast && reminding.isUnanswered(before) && !reminding.isTamTold();
        if (waits && told.tam().isEmpty() && reminding.isInVain(replyWithin(before), now)) {
            told = tell(told, TicketEvent.REMINDER_IN_VAIN, now);
            waits = false;
        }
        boolean isOpen = waits || readAt.isEmpty() || delivery == Delivery.OPEN;
        return told.in(new Progress(delivery, readAt, isOpen ? Reminding.nextLook(before, now) : Optional.empty()));
    }

    private boolean isRead(Reminder reminder) {
        return cursors.get(reminder.ticket(), reminder.to()) >= reminder.line().seq();
    }

    private Delivery delivery(Reminder reminder) {
        return mentions.findDecision(reminder.line(), reminder.to())
                .map(FollowReminders::delivery)
                .orElse(Delivery.OPEN);
    }

    private static Delivery delivery(Decision decision) {
        if (decision instanceof Decision.NotReminded not) {
            boolean needed = not.reason() != Decision.Reason.READ_IN_TIME && not.reason() != Decision.Reason.EXPIRED;
            return needed ? Delivery.FAILED : Delivery.NOT_NEEDED;
        }
        return Delivery.DELIVERED;
    }

    private void note(Reminder reminder, TimelineEntry.Kind kind) {
        keepTimeline.execute(reminder.ticket(), new Happened(kind, Optional.empty(), Optional.of(reminder.to()), ""));
    }

    private Reminder tell(Reminder reminder, TicketEvent event, Instant now) {
        Optional<PersonId> tam = tellTam.execute(reminder.ticket(), reminder.by(), reminder.to(), event, now);
        return tam.map(reminder::toldTo).orElse(reminder);
    }

    private Duration replyWithin(Reminder reminder) {
        return plans.of(tenants.get(reminder.ticket().tenant())).replyWithin();
    }
}
