package io.larkdesk.core.conversation;

import io.larkdesk.core.attachment.AttachFiles;
import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.conversation.ConversationHost.Hearer;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A member says something in a group, with or without files. The same client id posts once, however often it is tried; each mentioned
 * member, except the author, is noted for a reminder in the same transaction, and the files are bound in it.
 */
@Singleton
public final class PostMessage {

    private final Transactions transactions;
    private final Members members;
    private final Messages messages;
    private final AttachFiles attachFiles;
    private final MentionedMembers mentionedMembers;
    private final ConversationHost host;
    private final ConversationFeed feed;

    /** Takes its collaborators. */
    @Inject
    public PostMessage(
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
     * What to say.
     *
     * @param group where
     * @param author who
     * @param clientId the browser's id of this message, the same for each try
     * @param body the words; {@link MessageBody#NONE} only beside files
     * @param files uploaded by the author and not sent yet, in order
     */
    public record Command(
            GroupId group, PersonId author, ClientId clientId, MessageBody body, List<AttachmentId> files) {

        /** Copies the list; refuses a message of nothing. */
        public Command {
            Objects.requireNonNull(group, "group");
            Objects.requireNonNull(author, "author");
            Objects.requireNonNull(clientId, "clientId");
            files = List.copyOf(files);
            if (body.isNone() && files.isEmpty()) {
                throw new IllegalArgumentException("neither body nor files: a message of nothing");
            }
        }

        /** Words without files. */
        public Command(GroupId group, PersonId author, ClientId clientId, MessageBody body) {
            this(group, author, clientId, body, List.of());
        }
    }

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

    /**
     * Files stand in the way, and nothing was posted.
     *
     * @param problem what is wrong with them
     */
    public record FilesRefused(AttachFiles.Problem problem) implements Result {}

    /** Posts, unless it was posted before. */
    public Result execute(Command command) {
        return transactions.inTransaction(now -> {
            if (members.listIn(command.group(), List.of(command.author())).isEmpty()) {
                return new NotAMember();
            }
            Optional<Hearer> hearer = host.open(command.group());
            if (hearer.isEmpty()) {
                return earlier(command).orElseGet(Closed::new);
            }
            return command.files().isEmpty()
                    ? postWords(command, hearer.get(), now)
                    // Files are bound before the message is there; so who has some looks first
                    : earlier(command).orElseGet(() -> postFiles(command, hearer.get(), now));
        });
    }

    /** What an earlier try with the same client id posted. */
    private Optional<Result> earlier(Command command) {
        return messages.findByClientId(command.group(), command.author(), command.clientId())
                .map(Posted::new);
    }

    private Result postWords(Command command, Hearer hearer, Instant now) {
        return messages.appendOnce(command.group(), now, words(command, List.of()))
                .<Result>map(message -> posted(message, hearer, now))
                .or(() -> earlier(command))
                .orElseThrow();
    }

    private Result postFiles(Command command, Hearer hearer, Instant now) {
        AttachFiles.Result files = attachFiles.execute(command.group(), command.author(), command.files());
        if (files instanceof AttachFiles.Refused refused) {
            // Another try with the same client id may have posted it with them, while this one waited for the files
            return earlier(command).orElseGet(() -> new FilesRefused(refused.problem()));
        }
        Content words = words(command, ((AttachFiles.Attached) files).attachments());
        return posted(messages.append(command.group(), now, words), hearer, now);
    }

    private static Content.Words words(Command command, List<Attachment> files) {
        return new Content.Words(command.author(), command.clientId(), command.body(), files, Optional.empty());
    }

    private Posted posted(Message message, Hearer hearer, Instant now) {
        hearer.said(message, now);
        mentionedMembers.note(message, now);
        transactions.afterCommit(() -> feed.changed(message.id().group()));
        return new Posted(message);
    }
}
