package io.larkdesk.core.escalation;

import io.larkdesk.core.conversation.Messages;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.ticket.TimelineEntry;
import io.larkdesk.core.ticket.Timelines;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Looks at a ticket's last Reminders, and up to which of them the service team has answered; part of sending and showing them. */
@Singleton
public final class ReviewReminders {

    private final Reminders reminders;
    private final Messages messages;
    private final Timelines timelines;

    /** Takes its collaborators. */
    @Inject
    public ReviewReminders(Reminders reminders, Messages messages, Timelines timelines) {
        this.reminders = reminders;
        this.messages = messages;
        this.timelines = timelines;
    }

    Reminding execute(GroupId ticket) {
        List<Reminder> last = reminders.listLast(ticket, Reminding.LOOKED_AT);
        Reminding replied = new Reminding(last, last.isEmpty() ? 0 : repliedUpTo(ticket, last.get(last.size() - 1)));
        return new Reminding(last, Math.max(replied.answeredUpTo(), resolvedUpTo(replied.unanswered())));
    }

    /** The place of the last reply, if it came after {@code reminder}; else 0. */
    private long repliedUpTo(GroupId ticket, Reminder reminder) {
        return messages.findLastReply(ticket)
                .map(reply -> reply.id().seq())
                .filter(seq -> seq > reminder.line().seq())
                .orElse(0L);
    }

    /** The place of the last one after which the ticket was resolved; 0 if it never was since. */
    private long resolvedUpTo(List<Reminder> unanswered) {
        if (unanswered.isEmpty() || !isResolvedSince(unanswered.get(unanswered.size() - 1))) {
            return 0;
        }
        return unanswered.stream()
                .filter(this::isResolvedSince)
                .findFirst()
                .map(reminder -> reminder.line().seq())
                .orElse(0L);
    }

    private boolean isResolvedSince(Reminder reminder) {
        return timelines
                .findFirst(reminder.ticket(), TimelineEntry.Kind.RESOLVED, reminder.at())
                .isPresent();
    }
}
