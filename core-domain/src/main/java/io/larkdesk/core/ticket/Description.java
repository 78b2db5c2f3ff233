package io.larkdesk.core.ticket;

import java.util.Optional;

/**
 * What somebody tells of a problem when opening a ticket.
 *
 * @param text at most 10,000 characters, perhaps none
 */
public record Description(String text) {

    /** The longest description, in characters (UTF-16). */
    public static final int LONGEST = 10_000;

    /** Nothing told. */
    public static final Description NONE = new Description("");

    /** Refuses what {@link #parse} would not have made. */
    public Description {
        if (!text.equals(Plain.lines(text)) || problemWith(text).isPresent()) {
            throw new IllegalArgumentException("text is not a description");
        }
    }

    /** The description in {@code text} as somebody typed it, tidied. Ask {@link #problemWith} first. */
    public static Description parse(String text) {
        return new Description(Plain.lines(text));
    }

    /** What keeps {@code text} from being a description; empty if nothing does. */
    public static Optional<TextProblem> problemWith(String text) {
        return TextProblem.of(text, Plain.lines(text), 0, LONGEST);
    }
}
