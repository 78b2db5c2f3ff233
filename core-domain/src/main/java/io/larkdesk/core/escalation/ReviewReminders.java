package io.larkdesk.core.escalation;

import io.larkdesk.core.conversation.Messages;
import io.larkdesk.core.group.GroupId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Looks at a ticket's last Reminders, and whether the service team has replied since; part of sending and showing them. */
@Singleton
public final class ReviewReminders {

    private final Reminders reminders;
    private final Messages messages;

    /** Takes its collaborators. */
    @Inject
    public ReviewReminders(Reminders reminders, Messages messages) {
        this.reminders = reminders;
        this.messages = messages;
    }

    Reminding execute(GroupId ticket) {
        List<Reminder> last = reminders.listLast(ticket, Reminding.LOOKED_AT);
        return new Reminding(last, last.isEmpty() ? 0 : repliedUpTo(ticket, last.get(last.size() - 1)));
    }

    /** The place of the last reply, if it came after {@code reminder}; else 0. */
    private long repliedUpTo(GroupId ticket, Reminder reminder) {
        return messages.findLastReply(ticket)
                .map(reply -> reply.id().seq())
                .filter(seq -> seq > reminder.line().seq())
                .orElse(0L);
    }
}
