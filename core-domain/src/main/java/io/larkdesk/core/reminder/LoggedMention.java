package io.larkdesk.core.reminder;

import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A mention as the log has it.
 *
 * @param message where
 * @param person who is mentioned
 * @param mentionedAt when
 * @param author who wrote the message, also if it was taken back; empty if the desk itself did
 * @param decision how it ended; empty if it has not
 * @param together of how many mentions the person's reminder told that told of this one; 1 if none did
 */
public record LoggedMention(
        MessageId message,
        PersonId person,
        Instant mentionedAt,
        Optional<PersonId> author,
        Optional<Decision> decision,
        int together) {

    /** Refuses null, and a reminder that told of nothing. */
    public LoggedMention {
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(mentionedAt, "mentionedAt");
        Objects.requireNonNull(author, "author");
        Objects.requireNonNull(decision, "decision");
        if (together < 1) {
            throw new IllegalArgumentException("together is less than 1: " + together);
        }
    }

    /** What became of it. */
    public Outcome outcome() {
        return Outcome.of(decision);
    }

    /** Where it stands. */
    public LogSpot spot() {
        return new LogSpot(mentionedAt, message, person);
    }
}
