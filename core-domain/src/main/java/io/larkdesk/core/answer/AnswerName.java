package io.larkdesk.core.answer;

import io.larkdesk.core.shared.Line;

/**
 * By which the service team finds a canned answer.
 *
 * @param value one line of 1 to 60 characters, without spaces around them
 */
public record AnswerName(String value) {

    /** The longest name, in characters. */
    public static final int LONGEST = 60;

    /** Refuses what is not such a line. */
    public AnswerName {
        if (!isName(value)) {
            throw new IllegalArgumentException("value is not a line of 1 to " + LONGEST + " characters: " + value);
        }
    }

    /** Whether {@code text} can be an answer's name. */
    public static boolean isName(String text) {
        return Line.fits(text, LONGEST);
    }

    @Override
    public String toString() {
        return value;
    }
}
