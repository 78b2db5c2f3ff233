package io.larkdesk.core.conversation;

import io.larkdesk.core.attachment.Attachment;
import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What stands at one place of a group's sequence. */
public sealed interface Content {

    /**
     * Somebody's words, files, or both.
     *
     * @param author who wrote them
     * @param clientId chosen by the author's browser
     * @param body the words; {@link MessageBody#NONE} only beside files
     * @param attachments the files, in the author's order; bound to nothing else
     * @param editedAt when the author changed the words, the last time
     */
    record Words(
            PersonId author,
            ClientId clientId,
            MessageBody body,
            List<Attachment> attachments,
            Optional<Instant> editedAt)
            implements Content {

        /** Refuses null, and a message of nothing. */
        public Words {
            Objects.requireNonNull(author, "author");
            Objects.requireNonNull(clientId, "clientId");
            Objects.requireNonNull(body, "body");
            attachments = List.copyOf(attachments);
            Objects.requireNonNull(editedAt, "editedAt");
            if (body.isNone() && attachments.isEmpty()) {
                throw new IllegalArgumentException("neither body nor attachments: a message of nothing");
            }
        }

        /** Words without files. */
        public Words(PersonId author, ClientId clientId, MessageBody body, Optional<Instant> editedAt) {
            this(author, clientId, body, List.of(), editedAt);
        }

        /** The same, with other words. */
        Words edited(MessageBody other, Instant now) {
            return new Words(author, clientId, other, attachments, Optional.of(now));
        }
    }

    /**
     * Words that their author took back. The place stays, so that the sequence has no gap; the words are gone.
     *
     * @param author who wrote them
     * @param clientId chosen by the author's browser
     * @param deletedAt when they were taken back
     */
    record Deleted(PersonId author, ClientId clientId, Instant deletedAt) implements Content {

        /** Refuses null. */
        public Deleted {
            Objects.requireNonNull(author, "author");
            Objects.requireNonNull(clientId, "clientId");
            Objects.requireNonNull(deletedAt, "deletedAt");
        }
    }

    /**
     * A line of the desk itself.
     *
     * @param event what happened
     * @param about to whom
     * @param by through whom, if through somebody else: whose invite it was, who removed
     */
    record Notice(Event event, PersonId about, Optional<PersonId> by) implements Content {

        /** Refuses null. */
        public Notice {
            Objects.requireNonNull(event, "event");
            Objects.requireNonNull(about, "about");
            Objects.requireNonNull(by, "by");
        }

        /** What happened through nobody else. */
        public Notice(Event event, PersonId about) {
            this(event, about, Optional.empty());
        }
    }

    /** What the desk notes in a conversation. */
    enum Event {
        /** A person came into the group. */
        JOINED,
        /** A person left the group. */
        LEFT
    }
}
