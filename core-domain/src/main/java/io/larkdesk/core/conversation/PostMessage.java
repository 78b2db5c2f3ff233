package io.larkdesk.core.conversation;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * A member says something in a group. The same client id posts once, however often it is tried; each mentioned member, except the
 * author, is noted for a reminder in the same transaction.
 */
@Singleton
public final class PostMessage {

    private final Transactions transactions;
    private final Members members;
    private final Messages messages;
    private final MentionedMembers mentionedMembers;
    private final ConversationHost host;
    private final ConversationFeed feed;

    /** Takes its collaborators. */
    @Inject
    public PostMessage(
            Transactions transactions,
            Members members,
            Messages messages,
            MentionedMembers mentionedMembers,
            ConversationHost host,
            ConversationFeed feed) {
        this.transactions = transactions;
        this.members = members;
        this.messages = messages;
        this.mentionedMembers = mentionedMembers;
        this.host = host;
        this.feed = feed;
    }

    /**
     * What to say.
     *
     * @param group where
     * @param author who
     * @param clientId the browser's id of this message, the same for each try
     * @param body the words
     */
    public record Command(GroupId group, PersonId author, ClientId clientId, MessageBody body) {}

    /** How it ended. */
    public sealed interface Result {}

    /**
     * It stands in the conversation.
     *
     * @param message as it stands now; an earlier try may have posted it
     */
    public record Posted(Message message) implements Result {}

    /** The author is not in the group, or there is no such group. */
    public record NotAMember() implements Result {}

    /** Nobody writes in the group any more, until it is opened again: its ticket is closed. */
    public record Closed() implements Result {}

    /** Posts, unless it was posted before. */
    public Result execute(Command command) {
        return transactions.inTransaction(now -> {
            if (members.listIn(command.group(), List.of(command.author())).isEmpty()) {
                return new NotAMember();
            }
            Optional<Message> earlier = messages.findByClientId(command.group(), command.author(), command.clientId());
            if (earlier.isPresent()) {
                return new Posted(earlier.get());
            }
            if (!host.isOpen(command.group())) {
                return new Closed();
            }
            Content words = new Content.Words(command.author(), command.clientId(), command.body(), Optional.empty());
            Message message = messages.append(command.group(), now, words);
            host.said(message, now);
            mentionedMembers.note(message, now);
            transactions.afterCommit(() -> feed.changed(command.group()));
            return new Posted(message);
        });
    }
}
