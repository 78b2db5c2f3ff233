package io.larkdesk.core.reminder;

import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.shared.Cut;
import java.time.Instant;
import java.time.ZoneId;
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
 * @param zone by whose clocks the recipient reads times; empty if that is not known
 * @param items the mentions that it covers, oldest first, at least one
 */
public record MessageReminder(
        ReminderId id, int attempt, Person recipient, Instant asOf, Optional<ZoneId> zone, List<Item> items) {

    /**
     * One mention.
     *
     * @param message where
     * @param groupName the group's name
     * @param author the name of who mentioned the recipient
     * @param excerpt what was said, with names for mentions, or of a line about a ticket its number and title; cut to
     *     {@value #LONGEST_EXCERPT} characters
     * @param postedAt when it was said
     * @param matter what it is about
     */
    public record Item(
            MessageId message, String groupName, String author, String excerpt, Instant postedAt, Matter matter) {

        /** The longest excerpt, in characters. */
        public static final int LONGEST_EXCERPT = 140;

        /** Refuses null, and an overlong excerpt. */
        public Item {
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(groupName, "groupName");
            Objects.requireNonNull(author, "author");
            Objects.requireNonNull(postedAt, "postedAt");
            Objects.requireNonNull(matter, "matter");
            if (excerpt.length() > LONGEST_EXCERPT) {
                throw new IllegalArgumentException("excerpt is too long: " + excerpt.length());
            }
        }

        /** A mention whose words say all. */
        public Item(MessageId message, String groupName, String author, String excerpt, Instant postedAt) {
            this(message, groupName, author, excerpt, postedAt, Matter.Said.NO_MORE);
        }

        /** {@code words} in one line, as long as an excerpt can be. */
        static String cut(String words) {
            return Cut.marked(words.replaceAll("\\s+", " "), LONGEST_EXCERPT);
        }
    }

    /** The first item that asks to hurry, if one does. */
    public Optional<Item> urgent() {
        return items.stream()
                .filter(item -> item.matter().hurried().isPresent())
                .findFirst();
    }

    /** Refuses null, and a reminder of nothing. */
    public MessageReminder {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(recipient, "recipient");
        Objects.requireNonNull(asOf, "asOf");
        Objects.requireNonNull(zone, "zone");
        items = List.copyOf(items);
        if (items.isEmpty()) {
            throw new IllegalArgumentException("items is empty: a reminder of nothing");
        }
    }
}
