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
 * @param tam the TAM who was told too: since Reminders had no reply in time, or this one could not be delivered
 * @param progress what became of it
 */
public record Reminder(
        MessageId line,
        PersonId by,
        Instant at,
        ClientId clientId,
        PersonId to,
        Optional<PersonId> tam,
        Progress progress) {

    /** Refuses null. */
    public Reminder {
        Objects.requireNonNull(line, "line");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(tam, "tam");
        Objects.requireNonNull(progress, "progress");
    }

    /** How far the bot's message about a Reminder has come. */
    public enum Delivery {
        /** It may still go. */
        OPEN,
        /** It went, or may have. */
        DELIVERED,
        /** It was not needed: the line was read before. */
        NOT_NEEDED,
        /** It could not be delivered. */
        FAILED
    }

    /**
     * What became of a Reminder.
     *
     * @param delivery how far the bot's message has come
     * @param readAt when it was seen that whoever was told had read the line
     * @param lookAt when to look again what has become of it; empty for not any more
     */
    public record Progress(Delivery delivery, Optional<Instant> readAt, Optional<Instant> lookAt) {

        /** Refuses null. */
        public Progress {
            Objects.requireNonNull(delivery, "delivery");
            Objects.requireNonNull(readAt, "readAt");
            Objects.requireNonNull(lookAt, "lookAt");
        }

        static Progress begin(Instant now) {
            return new Progress(Delivery.OPEN, Optional.empty(), Optional.of(now));
        }
    }

    Reminder in(Progress next) {
        return new Reminder(line, by, at, clientId, to, tam, next);
    }

    Reminder toldTo(PersonId person) {
        return new Reminder(line, by, at, clientId, to, Optional.of(person), progress);
    }

    /** The ticket's group. */
    public GroupId ticket() {
        return line.group();
    }
}
