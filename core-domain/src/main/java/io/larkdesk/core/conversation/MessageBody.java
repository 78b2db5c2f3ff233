package io.larkdesk.core.conversation;

import io.larkdesk.core.shared.Unseen;
import io.larkdesk.core.shared.WellFormed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What somebody wrote: plain text in which {@code <@UUID>} stands for a mentioned person. Line ends are {@code \n}; characters that
 * change the writing direction are removed, because they can make a text read as something else.
 *
 * @param text 1 to 8,000 characters, not only white space, at most 50 different persons mentioned; empty only as {@link #NONE}
 */
public record MessageBody(String text) {

    /** The longest body, in characters (UTF-16). */
    public static final int LONGEST = 8_000;

    /** How many different persons one body may mention. */
    public static final int MOST_MENTIONS = 50;

    private static final Pattern MENTION =
            Pattern.compile("<@([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})>");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");

    /** No words at all, where there are files instead. */
    public static final MessageBody NONE = new MessageBody("");

    /** Why a text cannot be a body. */
    public enum Problem {
        /** There is nothing that anybody would see. */
        EMPTY,
        /** It has more than 8,000 characters. */
        TOO_LONG,
        /** It mentions more than 50 persons. */
        TOO_MANY_MENTIONS,
        /** It has a character that no text has: NUL, or half of a surrogate pair. */
        NOT_TEXT
    }

    /** A stretch of a body. */
    public sealed interface Segment {}

    /**
     * Text as it is.
     *
     * @param value not empty
     */
    public record Text(String value) implements Segment {}

    /**
     * A mentioned person.
     *
     * @param person the value of a {@link io.larkdesk.core.person.PersonId}; perhaps of nobody in the group
     */
    public record Mentioned(UUID person) implements Segment {}

    /** Refuses what {@link #parse} would not have made. */
    public MessageBody {
        if (!text.isEmpty() && (!text.equals(tidy(text)) || problemWith(text).isPresent())) {
            throw new IllegalArgumentException("text is not a message body");
        }
    }

    /**
     * The body in {@code text} as a browser sends it, tidied. Ask {@link #problemWith} first.
     *
     * @throws IllegalArgumentException if there is a problem with it, such as that it is empty
     */
    public static MessageBody parse(String text) {
        String tidy = tidy(text);
        if (tidy.isEmpty()) {
            throw new IllegalArgumentException("text is empty");
        }
        return new MessageBody(tidy);
    }

    /** Whether there are no words. */
    public boolean isNone() {
        return text.isEmpty();
    }

    /** What keeps {@code text} from being a body; empty if nothing does. */
    public static Optional<Problem> problemWith(String text) {
        if (!WellFormed.is(text)) {
            return Optional.of(Problem.NOT_TEXT);
        }
        String tidy = tidy(text);
        if (Unseen.isAll(tidy)) {
            return Optional.of(Problem.EMPTY);
        }
        if (tidy.length() > LONGEST) {
            return Optional.of(Problem.TOO_LONG);
        }
        return personsIn(tidy).size() > MOST_MENTIONS ? Optional.of(Problem.TOO_MANY_MENTIONS) : Optional.empty();
    }

    /** The mentioned persons, in order of first appearance. */
    public Set<UUID> mentionedPersons() {
        return personsIn(text);
    }

    /** The body cut into text and mentions, in order. */
    public List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        Matcher matcher = MENTION.matcher(text);
        int from = 0;
        while (matcher.find()) {
            if (matcher.start() > from) {
                segments.add(new Text(text.substring(from, matcher.start())));
            }
            segments.add(new Mentioned(UUID.fromString(matcher.group(1))));
            from = matcher.end();
        }
        if (from < text.length()) {
            segments.add(new Text(text.substring(from)));
        }
        return List.copyOf(segments);
    }

    private static Set<UUID> personsIn(String text) {
        return MENTION.matcher(text)
                .results()
                .map(result -> UUID.fromString(result.group(1)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static String tidy(String text) {
        return UNSEEN.matcher(LINE_END.matcher(text).replaceAll("\n"))
                .replaceAll("")
                .strip();
    }
}
