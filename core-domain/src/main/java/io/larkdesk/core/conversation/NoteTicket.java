package io.larkdesk.core.conversation;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Notes in a conversation what happens to a ticket. Whom it concerns counts as mentioned, so that the bot tells who does not see it in time. */
@Singleton
public final class NoteTicket {

    private final Transactions transactions;
    private final Members members;
    private final Messages messages;
    private final MentionObserver observer;
    private final ConversationFeed feed;

    /** Takes its collaborators. */
    @Inject
    public NoteTicket(
            Transactions transactions,
            Members members,
            Messages messages,
            MentionObserver observer,
            ConversationFeed feed) {
        this.transactions = transactions;
        this.members = members;
        this.messages = messages;
        this.observer = observer;
        this.feed = feed;
    }

    /**
     * Appends {@code notice} to the group.
     *
     * @param group where: the ticket's group, or the service group it was opened from
     * @param notice what happened
     * @param told whom it concerns; who is not in the group, or did it, is not told
     * @return the line as it stands in the conversation
     */
    public Message execute(GroupId group, Content.TicketNotice notice, Collection<PersonId> told) {
        return transactions.inTransaction(now -> {
            Message message = messages.append(group, now, notice);
            Set<PersonId> mentioned = told.isEmpty()
                    ? Set.of()
                    : members.listIn(group, told).stream()
                            .map(Member::person)
                            .filter(person -> !notice.by().equals(Optional.of(person)))
                            .collect(Collectors.toSet());
            if (!mentioned.isEmpty()) {
                observer.mentioned(message.id(), mentioned, now);
            }
            transactions.afterCommit(() -> feed.changed(group));
            return message;
        });
    }
}
