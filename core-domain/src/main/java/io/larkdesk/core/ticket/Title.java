package io.larkdesk.core.ticket;

import java.util.Optional;

/**
 * What a ticket is about, in one line.
 *
 * @param text 1 to 120 characters
 */
public record Title(String text) {

    /** The longest title, in characters (UTF-16). */
    public static final int LONGEST = 120;

    /** Refuses what {@link #parse} would not have made. */
    public Title {
        if (!text.equals(Plain.line(text)) || problemWith(text).isPresent()) {
            throw new IllegalArgumentException("text is not a title");
        }
    }

    /** The title in {@code text} as somebody typed it, tidied. Ask {@link #problemWith} first. */
    public static Title parse(String text) {
        return new Title(Plain.line(text));
    }

    /** What keeps {@code text} from being a title; empty if nothing does. */
    public static Optional<TextProblem> problemWith(String text) {
        return TextProblem.of(text, Plain.line(text), 1, LONGEST);
    }

    @Override
    public String toString() {
        return text;
    }
}
