package io.larkdesk.core.budget;

import io.larkdesk.core.shared.Line;
import java.util.Optional;

/**
 * Why somebody changed an allowance, in a line.
 *
 * @param value 1 to 200 characters, not all of them unseen
 */
public record ChangeReason(String value) {

    /** No reason is longer. */
    public static final int LONGEST = 200;

    /** Refuses what {@link #parse} does not take. */
    public ChangeReason {
        if (!Line.fits(value, LONGEST)) {
            throw new IllegalArgumentException("value is no line of 1 to " + LONGEST + " characters: " + value);
        }
    }

    /** The reason that {@code text} gives, without spaces around it; empty if it gives none. */
    public static Optional<ChangeReason> parse(String text) {
        return Line.parse(text, LONGEST).map(ChangeReason::new);
    }
}
