package io.larkdesk.core.ticket;

import java.util.Optional;

/**
 * What somebody of the service team notes about a ticket.
 *
 * @param text 1 to 8,000 characters
 */
public record NoteText(String text) {

    /** The longest, in characters (UTF-16). */
    public static final int LONGEST = 8_000;

    /** Refuses what {@link #parse} would not have made. */
    public NoteText {
        if (!text.equals(Plain.lines(text)) || problemWith(text).isPresent()) {
            throw new IllegalArgumentException("text is not a note");
        }
    }

    /** The note in {@code text} as somebody typed it, tidied. Ask {@link #problemWith} first. */
    public static NoteText parse(String text) {
        return new NoteText(Plain.lines(text));
    }

    /** What keeps {@code text} from being a note; empty if nothing does. */
    public static Optional<TextProblem> problemWith(String text) {
        return TextProblem.of(text, Plain.lines(text), 1, LONGEST);
    }
}
