package io.larkdesk.app.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A stretch of a group's conversation for one reader.
 *
 * @param messages in order of the sequence
 * @param older whether there are messages before them
 * @param newer whether there are messages after them
 * @param position where the reader is who has got everything up to now, as {@code seq.revision}: events go on from there
 * @param readUpTo the last message that the reader had read when the page was asked for; 0 if none
 * @param unread how many messages the reader had not read then, counted up to 100
 * @param read how far each member has read, the reader too
 * @param opened the message for which the reader came, if for one
 */
public record Conversation(
        List<MessageView> messages,
        boolean older,
        boolean newer,
        String position,
        long readUpTo,
        int unread,
        Map<UUID, Long> read,
        Optional<Long> opened) {

    /** A message of the same author within this time goes on without a new heading. */
    static final Duration CONTINUES = Duration.ofMinutes(5);

    /** In larger groups nobody is told how many have read. */
    static final int LARGEST_COUNTED = 50;

    /** Copies the collections. */
    public Conversation {
        messages = List.copyOf(messages);
        Objects.requireNonNull(position, "position");
        read = Map.copyOf(read);
        Objects.requireNonNull(opened, "opened");
    }

    /** The lines of the page: days, the line above what is unread, and messages. */
    List<Row> rows(Viewer viewer, UUID reader, String groupPath) {
        Times times = viewer.times();
        List<Row> rows = new ArrayList<>();
        Optional<MessageView> before = Optional.empty();
        boolean divided = unread == 0;
        for (MessageView message : messages) {
            boolean newDay = before.isEmpty()
                    || !times.day(message.at()).equals(times.day(before.get().at()));
            if (newDay) {
                rows.add(new Row.Day(times.heading(message.at())));
            }
            boolean divides = !divided && message.seq() > readUpTo && !message.isBy(reader) && !message.isNotice();
            if (divides) {
                rows.add(new Row.Unread(unread, times.clock(message.at()), message.at()));
                divided = true;
            }
            boolean continued = !newDay
                    && !divides
                    && before.filter(last -> continues(last, message)).isPresent();
            rows.add(new Row.Line(message, look(message, times, reader, continued, groupPath)));
            before = Optional.of(message);
        }
        return List.copyOf(rows);
    }

    private static boolean continues(MessageView last, MessageView next) {
        return !last.isNotice()
                && !next.isNotice()
                && last.person().id().equals(next.person().id())
                && Duration.between(last.at(), next.at()).compareTo(CONTINUES) < 0;
    }

    private Look look(MessageView message, Times times, UUID reader, boolean continued, String groupPath) {
        String path = groupPath + "/messages/" + message.seq();
        boolean mine = message.isBy(reader) && message.kind() == MessageView.Kind.WORDS;
        Set<UUID> readers = read.entrySet().stream()
                .filter(cursor -> cursor.getValue() >= message.seq())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new Look(
                times,
                Optional.of(reader),
                continued,
                opened.filter(seq -> seq == message.seq()).isPresent(),
                mine ? readBy(readers, reader) : Optional.empty(),
                readers,
                mine ? Optional.of(path) : Optional.empty(),
                !mine && message.mentions(reader) ? Optional.of(path + "/reminder") : Optional.empty());
    }

    private Optional<Look.ReadBy> readBy(Set<UUID> readers, UUID reader) {
        int others = (int)
                read.keySet().stream().filter(person -> !person.equals(reader)).count();
        if (others == 0 || read.size() > LARGEST_COUNTED) {
            return Optional.empty();
        }
        int done =
                (int) readers.stream().filter(person -> !person.equals(reader)).count();
        return Optional.of(new Look.ReadBy(done, others));
    }
}
