package io.larkdesk.core.conversation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How much of a conversation somebody has seen. Its text form, {@code seq.revision}, travels as the id of a server-sent event.
 *
 * @param seq the last message seen; 0 before the first
 * @param revision the last change seen; 0 before the first
 */
public record Position(long seq, long revision) {

    /** Before the first message. */
    public static final Position START = new Position(0, 0);

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})");

    /** Refuses what no reader can have seen. */
    public Position {
        if (seq < 0 || revision < seq) {
            throw new IllegalArgumentException("no reader can be at seq " + seq + ", revision " + revision);
        }
    }

    /** The position that {@link #toString} wrote as {@code text}, or nothing. */
    public static Optional<Position> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long seq = Long.parseLong(matcher.group(1));
        long revision = Long.parseLong(matcher.group(2));
        return revision < seq ? Optional.empty() : Optional.of(new Position(seq, revision));
    }

    /** Where a reader is after this message. */
    public Position after(Message message) {
        return new Position(Math.max(seq, message.id().seq()), Math.max(revision, message.revision()));
    }

    @Override
    public String toString() {
        return seq + "." + revision;
    }
}
