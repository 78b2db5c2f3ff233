package io.larkdesk.core.reminder;

import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.person.Person;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the bot tells a person: that others mentioned them, and where.
 *
 * @param id the same over all attempts
 * @param attempt 1 for the first
 * @param recipient to whom
 * @param asOf when the attempt began; ages are told from here
 * @param items the mentions that it covers, oldest first, at least one
 */
public record MessageReminder(ReminderId id, int attempt, Person recipient, Instant asOf, List<Item> items) {

    /**
     * One mention.
     *
     * @param message where
     * @param groupName the group's name
     * @param author the name of who mentioned the recipient
     * @param excerpt what was said, with names for mentions, cut to {@value #LONGEST_EXCERPT} characters
     * @param postedAt when it was said
     * @param kind what it asks for
     * @param beside the first file beside it, where nothing was said but names
     */
    public record Item(
            MessageId message,
            String groupName,
            String author,
            String excerpt,
            Instant postedAt,
            Kind kind,
            Optional<Beside> beside) {

        /** The longest excerpt, in characters. */
        public static final int LONGEST_EXCERPT = 140;

        /** Refuses null, and an overlong excerpt. */
        public Item {
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(groupName, "groupName");
            Objects.requireNonNull(author, "author");
            Objects.requireNonNull(postedAt, "postedAt");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(beside, "beside");
            if (excerpt.length() > LONGEST_EXCERPT) {
                throw new IllegalArgumentException("excerpt is too long: " + excerpt.length());
            }
        }

        /** A mention whose words say something. */
        public Item(MessageId message, String groupName, String author, String excerpt, Instant postedAt) {
            this(message, groupName, author, excerpt, postedAt, Kind.MENTION, Optional.empty());
        }
    }

    /**
     * A file beside what was said.
     *
     * @param isPicture whether it is shown as a picture
     * @param name what it is called
     */
    public record Beside(boolean isPicture, String name) {

        /** Refuses null. */
        public Beside {
            Objects.requireNonNull(name, "name");
        }
    }

    /** What a mention asks for. */
    public enum Kind {
        /** To read what was said. */
        MENTION,
        /** To hurry: a customer pressed Reminder. Comes before all else that is said with it. */
        REMINDER
    }

    /** The first item that asks to hurry, if one does. */
    public Optional<Item> urgent() {
        return items.stream().filter(item -> item.kind() == Kind.REMINDER).findFirst();
    }

    /** Refuses null, and a reminder of nothing. */
    public MessageReminder {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(asOf, "asOf");
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("items is empty: a reminder of nothing");
        }
    }
}
