package io.larkdesk.core.queue;

import io.larkdesk.core.shared.Line;

/**
 * What somebody calls a view of the queue.
 *
 * @param value one line of 1 to 40 characters, without spaces around them
 */
public record ViewName(String value) {

    /** The longest name, in characters. */
    public static final int LONGEST = 40;

    /** Refuses what is not such a line. */
    public ViewName {
        if (!isName(value)) {
            throw new IllegalArgumentException("value is not a line of 1 to " + LONGEST + " characters: " + value);
        }
    }

    /** Whether {@code text} can be a view's name. */
    public static boolean isName(String text) {
        return Line.fits(text, LONGEST);
    }

    @Override
    public String toString() {
        return value;
    }
}
