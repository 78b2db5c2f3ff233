package io.larkdesk.core.conversation;

import io.larkdesk.core.attachment.AttachFiles;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * An author changes, or takes back, words of their own. A mention added by an edit is reminded of once; one taken back, not at all. Files stay
 * as they are, and go with the message.
 */
@Singleton
public final class EditMessage {

    private final Transactions transactions;
    private final Members members;
    private final Messages messages;
    private final AttachFiles attachFiles;
    private final MentionedMembers mentionedMembers;
    private final ConversationFeed feed;

    /** Takes its collaborators. */
    @Inject
    public EditMessage(
            Transactions transactions,
            Members members,
            Messages messages,
            AttachFiles attachFiles,
            MentionedMembers mentionedMembers,
            ConversationFeed feed) {
        this.transactions = transactions;
        this.members = members;
        this.messages = messages;
        this.attachFiles = attachFiles;
        this.mentionedMembers = mentionedMembers;
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

    /**
     * Changes the message; the same change again changes nothing.
     *
     * @return the message as it stands now; empty if there is none, it is somebody else's or taken back, or the author has left
     */
    public Optional<Message> execute(Command command) {
        return transactions.inTransaction(now -> members.find(command.message().group(), command.author())
                .filter(Member::isIn)
                .flatMap(member -> messages.find(command.message()))
                .filter(message -> message.isBy(command.author()))
                .map(message -> {
                    Content.Words words = message.words().orElseThrow();
                    if (command.body().equals(Optional.of(words.body()))) {
                        return message;
                    }
                    Content next = command.body()
                            .<Content>map(body -> words.edited(body, now))
                            .orElseGet(() -> new Content.Deleted(words.author(), words.clientId(), now));
                    if (command.body().isEmpty()) {
                        attachFiles.discard(words.attachments(), now);
                    }
                    Message changed = messages.replace(message.id(), next);
                    mentionedMembers.note(changed, now);
                    transactions.afterCommit(() -> feed.changed(changed.id().group()));
                    return changed;
                }));
    }
}
