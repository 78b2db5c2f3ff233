package io.larkdesk.core.conversation;

import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A message of a group.
 *
 * @param id its place in the sequence
 * @param revision the group's count of changes when this message was last changed; posting is the first change
 * @param postedAt when it was posted
 * @param content what it says
 */
public record Message(MessageId id, long revision, Instant postedAt, Content content) {

    /** Refuses null, and a revision before the message could have been posted. */
    public Message {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(postedAt, "postedAt");
        Objects.requireNonNull(content, "content");
        if (revision < id.seq()) {
            throw new IllegalArgumentException("revision " + revision + " is before the message was posted: " + id);
        }
    }

    /** The words, if it still has any. */
    public Optional<Content.Words> words() {
        return content instanceof Content.Words words ? Optional.of(words) : Optional.empty();
    }

    /** Whether {@code person} wrote it, and it has not been taken back. */
    public boolean isBy(PersonId person) {
        return words().filter(words -> words.author().equals(person)).isPresent();
    }
}
