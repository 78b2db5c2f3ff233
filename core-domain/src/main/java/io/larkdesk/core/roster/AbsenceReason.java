package io.larkdesk.core.roster;

import io.larkdesk.core.shared.Line;
import java.util.Optional;

/**
 * Why somebody is away; seen by all staff.
 *
 * @param value one line of 1 to {@value #LONGEST} characters
 */
public record AbsenceReason(String value) {

    /** The longest reason, in characters. */
    public static final int LONGEST = 80;

    /** Refuses what is no such line. */
    public AbsenceReason {
        if (!Line.fits(value, LONGEST)) {
            throw new IllegalArgumentException("value is not a line of 1 to " + LONGEST + " characters");
        }
    }

    /** The reason that {@code text} is, without spaces around it; empty if it is none. */
    public static Optional<AbsenceReason> parse(String text) {
        return Line.parse(text, LONGEST).map(AbsenceReason::new);
    }
}
