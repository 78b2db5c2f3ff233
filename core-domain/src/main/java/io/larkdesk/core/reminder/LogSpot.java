package io.larkdesk.core.reminder;

import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.Objects;

/**
 * Where a mention stands among those of all groups: by when it was made; of the same instant by the text of the ids of tenant and group, by
 * the message's place, and by the text of the ids of the person's tenant and of the person.
 *
 * @param mentionedAt when it was made
 * @param message where
 * @param person who is mentioned
 */
public record LogSpot(Instant mentionedAt, MessageId message, PersonId person) {

    /** Refuses null. */
    public LogSpot {
        Objects.requireNonNull(mentionedAt, "mentionedAt");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(person, "person");
    }
}
