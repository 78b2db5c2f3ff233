package io.larkdesk.core.deletion;

import io.larkdesk.core.shared.Line;
import java.util.Optional;

/**
 * Why a customer is to be deleted, in a line.
 *
 * @param value 1 to 200 characters, not all of them unseen
 */
public record DeletionReason(String value) {

    /** No reason is longer. */
    public static final int LONGEST = 200;

    static final DeletionReason NEVER_SERVED = new DeletionReason("never came into service");

    /** Refuses what {@link #parse} does not take. */
    public DeletionReason {
        if (!Line.fits(value, LONGEST)) {
            throw new IllegalArgumentException("value is no line of 1 to " + LONGEST + " characters: " + value);
        }
    }

    /** The reason that {@code text} gives, without spaces around it; empty if it gives none. */
    public static Optional<DeletionReason> parse(String text) {
        return Line.parse(text, LONGEST).map(DeletionReason::new);
    }
}
