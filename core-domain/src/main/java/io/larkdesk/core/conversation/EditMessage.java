package io.larkdesk.core.conversation;

import io.larkdesk.core.attachment.AttachFiles;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/**
 * An author changes, or takes back, words of their own. A mention added by an edit is reminded of once; one taken back, not at all. Files stay
 * as they are, and go with the message. Where nobody writes any more, nothing is changed either.
 */
@Singleton
public final class EditMessage {

    private final Transactions transactions;
    private final Members members;
    private final Messages messages;
    private final AttachFiles attachFiles;
    private final MentionedMembers mentionedMembers;
    private final ConversationHost host;
    private final ConversationFeed feed;

    /** Takes its collaborators. */
    @Inject
    public EditMessage(
            Transactions transactions,
            Members members,
            Messages messages,
            AttachFiles attachFiles,
            MentionedMembers mentionedMembers,
            ConversationHost host,
            ConversationFeed feed) {
        this.transactions = transactions;
        this.members = members;
        this.messages = messages;
        this.attachFiles = attachFiles;
        this.mentionedMembers = mentionedMembers;
        this.host = host;
        this.feed = feed;
    }

    /**
     * The change.
     *
     * @param message which message
     * @param author who asks for it
     * @param body the new words; empty takes the message back
     */
    public record Command(MessageId message, PersonId author, Optional<MessageBody> body) {}

    /** How it ended. */
    public sealed interface Result {

        /** The message as it stands now; empty if it was not the author's to change. */
        Optional<Message> message();
    }

    /**
     * The message is as wanted.
     *
     * @param changed as it stands now
     */
    public record Edited(Message changed) implements Result {

        @Override
        public Optional<Message> message() {
            return Optional.of(changed);
        }
    }

    /** Nobody writes in the group any more, until it is opened again: its ticket is closed. */
    public record Closed() implements Result {

        @Override
        public Optional<Message> message() {
            return Optional.empty();
        }
    }

    /** There is no such message, it is somebody else's or taken back, or the author has left. */
    public record NothingThere() implements Result {

        @Override
        public Optional<Message> message() {
            return Optional.empty();
        }
    }

    /** Changes the message; the same change again changes nothing. */
    public Result execute(Command command) {
        return transactions.inTransaction(now -> {
            if (find(command).isEmpty()) {
                return new NothingThere();
            }
            if (host.open(command.message().group()).isEmpty()) {
                return new Closed();
            }
            // Read again: whoever held the group may have changed it meanwhile
            return find(command)
                    .<Result>map(message -> new Edited(change(message, command.body(), now)))
                    .orElseGet(NothingThere::new);
        });
    }

    private Optional<Message> find(Command command) {
        return members.find(command.message().group(), command.author())
                .filter(Member::isIn)
                .flatMap(member -> messages.find(command.message()))
                .filter(message -> message.isBy(command.author()));
    }

    private Message change(Message message, Optional<MessageBody> body, Instant now) {
        Content.Words words = message.words().orElseThrow();
        if (body.equals(Optional.of(words.body()))) {
            return message;
        }
        Content next = body.<Content>map(other -> words.edited(other, now))
                .orElseGet(() -> new Content.Deleted(words.author(), words.clientId(), now));
        if (body.isEmpty()) {
            attachFiles.discard(words.attachments(), now);
        }
        Message changed = messages.replace(message.id(), next);
        mentionedMembers.note(changed, now);
        transactions.afterCommit(() -> feed.changed(changed.id().group()));
        return changed;
    }
}
