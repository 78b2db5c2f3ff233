package io.larkdesk.core.reminder;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.Decision.Reason;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * That somebody was mentioned once.
 *
 * @param person who
 * @param mentionedAt when
 * @param notReminded why there was no reminder; empty if there was one, or it is not decided yet
 */
public record PastMention(PersonId person, Instant mentionedAt, Optional<Reason> notReminded) {

    /** Refuses null. */
    public PastMention {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(mentionedAt, "mentionedAt");
        Objects.requireNonNull(notReminded, "notReminded");
    }
}
