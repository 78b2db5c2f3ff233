package io.larkdesk.core.tenant;

import io.larkdesk.core.shared.Line;

/**
 * The name of one of the provider's support plans.
 *
 * @param value one line of 1 to 60 characters, without spaces around them
 */
public record PlanName(String value) {

    private static final int LONGEST = 60;

    /** Refuses what is not such a line. */
    public PlanName {
        if (!isName(value)) {
            throw new IllegalArgumentException("value is not a line of 1 to " + LONGEST + " characters: " + value);
        }
    }

    /** Whether {@code text} can be a plan's name. */
    public static boolean isName(String text) {
        return Line.fits(text, LONGEST);
    }

    @Override
    public String toString() {
        return value;
    }
}
