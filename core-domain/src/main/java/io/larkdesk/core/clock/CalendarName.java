package io.larkdesk.core.clock;

import io.larkdesk.core.shared.Line;

/**
 * The name of one of the provider's calendars of working hours.
 *
 * @param value one line of 1 to 60 characters, without spaces around them
 */
public record CalendarName(String value) {

    private static final int LONGEST = 60;

    /** Refuses what is not such a line. */
    public CalendarName {
        if (!isName(value)) {
            throw new IllegalArgumentException("value is not a line of 1 to " + LONGEST + " characters: " + value);
        }
    }

    /** Whether {@code text} can be a calendar's name. */
    public static boolean isName(String text) {
        return Line.fits(text, LONGEST);
    }

    @Override
    public String toString() {
        return value;
    }
}
