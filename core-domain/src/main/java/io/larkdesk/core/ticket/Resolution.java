package io.larkdesk.core.ticket;

import io.larkdesk.core.conversation.Content;
import java.util.Optional;

/**
 * What the service team says was done.
 *
 * @param text one line of 1 to 1,000 characters
 */
public record Resolution(String text) {

    /** The longest, in characters (UTF-16). */
    public static final int LONGEST = Content.TicketNotice.LONGEST_WORDS;

    /** Refuses what {@link #parse} would not have made. */
    public Resolution {
        if (!text.equals(Plain.line(text)) || problemWith(text).isPresent()) {
            throw new IllegalArgumentException("text is not a resolution");
        }
    }

    /** The line in {@code text} as somebody typed it, tidied. Ask {@link #problemWith} first. */
    public static Resolution parse(String text) {
        return new Resolution(Plain.line(text));
    }

    /** What keeps {@code text} from being such a line; empty if nothing does. */
    public static Optional<TextProblem> problemWith(String text) {
        return TextProblem.of(text, Plain.line(text), 1, LONGEST);
    }
}
