package io.larkdesk.core.escalation;

import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.Messages;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Side;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Looks at a ticket's last Reminders, and whether the service team has replied since; part of sending and showing them. */
@Singleton
public final class ReviewReminders {

    private static final int MESSAGES_AT_ONCE = 100;

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
        long oldest = last.isEmpty()
                ? Long.MAX_VALUE
                : last.get(last.size() - 1).line().seq();
        return new Reminding(last, repliedUpTo(ticket, oldest));
    }

    /** The place of the last reply after place {@code since}; 0 if there is none. */
    private long repliedUpTo(GroupId ticket, long since) {
        long before = messages.end(ticket).seq() + 1;
        while (before > since + 1) {
            List<Message> page = messages.listBefore(ticket, before, MESSAGES_AT_ONCE);
            Optional<Message> reply = page.stream()
                    .filter(message -> message.id().seq() > since && isReply(message))
                    .reduce((earlier, later) -> later);
            if (reply.isPresent() || page.isEmpty()) {
                return reply.map(message -> message.id().seq()).orElse(0L);
            }
            before = page.get(0).id().seq();
        }
        return 0;
    }

    private static boolean isReply(Message message) {
        return message.words()
                .filter(words -> Side.of(words.author(), message.id().group()) == Side.SERVICE_TEAM)
                .isPresent();
    }
}
