package io.larkdesk.core.reminder;

import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.conversation.ReadCursor;
import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A mention, with the facts as of now on which it is decided.
 *
 * @param message where the person is mentioned
 * @param person who is mentioned
 * @param mentionedAt when
 * @param member whether the person is in the group now
 * @param standing what became of the message
 * @param read whether the person has read up to the message since being mentioned in it; whoever had read past it when an edit added
 *     the mention, must have read on
 * @param lookingUntil until when the person counts as looking at the group, if at all; perhaps in the past
 */
public record MentionFacts(
        MessageId message,
        PersonId person,
        Instant mentionedAt,
        boolean member,
        Standing standing,
        boolean read,
        Optional<Instant> lookingUntil) {

    /** What became of a message that mentioned somebody. */
    public enum Standing {
        /** It still does. */
        STANDS,
        /** An edit took the mention out. */
        EDITED_OUT,
        /** The message was taken back. */
        DELETED
    }

    /** Refuses null. */
    public MentionFacts {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(mentionedAt, "mentionedAt");
        Objects.requireNonNull(standing, "standing");
        Objects.requireNonNull(lookingUntil, "lookingUntil");
    }

    static List<MessageId> messages(List<MentionFacts> mentions) {
        return mentions.stream().map(MentionFacts::message).toList();
    }

    /** Not if it goes on for much longer than one sign of life lasts: then the clock was set back. */
    boolean isLookedAt(Instant now) {
        Instant believable = now.plus(ReadCursor.LOOKING_LASTS).plus(Permit.CLOCK_STEP);
        return lookingUntil
                .filter(until -> now.isBefore(until) && !until.isAfter(believable))
                .isPresent();
    }
}
