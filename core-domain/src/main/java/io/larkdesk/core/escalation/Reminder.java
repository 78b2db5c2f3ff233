package io.larkdesk.core.escalation;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * That a customer asked for speed.
 *
 * @param line the line in the ticket's group that says so
 * @param by who pressed
 * @param at when
 * @param clientId the browser's id of this press, the same for each try
 * @param to who was told: the ticket's engineer, or somebody instead
 * @param tam the TAM who was told too, since earlier Reminders had no reply in time
 */
public record Reminder(
        MessageId line, PersonId by, Instant at, ClientId clientId, PersonId to, Optional<PersonId> tam) {

    /** Refuses null. */
    public Reminder {
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(tam, "tam");
    }

    /** The ticket's group. */
    public GroupId ticket() {
        return line.group();
    }
}
