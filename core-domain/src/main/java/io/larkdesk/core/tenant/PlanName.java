package io.larkdesk.core.tenant;

import io.larkdesk.core.shared.Unseen;
import java.util.regex.Pattern;

/**
 * The name of one of the provider's support plans.
 *
 * @param value one line of 1 to 60 characters, without spaces around them
 */
public record PlanName(String value) {

    private static final int LONGEST = 60;
    private static final Pattern NOT_PLAIN = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028-\\u202E\\u2066-\\u2069]");

    /** Refuses what is not such a line. */
    public PlanName {
        if (!isName(value)) {
            throw new IllegalArgumentException("value is not a line of 1 to " + LONGEST + " characters: " + value);
        }
    }

    /** Whether {@code text} can be a plan's name. */
    public static boolean isName(String text) {
        return !Unseen.isAll(text)
                && text.equals(text.strip())
                && text.codePointCount(0, text.length()) <= LONGEST
                && !NOT_PLAIN.matcher(text).find();
    }

    @Override
    public String toString() {
        return value;
    }
}
