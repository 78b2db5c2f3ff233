package io.larkdesk.core.tenant;

import io.larkdesk.core.shared.Line;
import java.util.Optional;

/**
 * What an organisation is called.
 *
 * @param value one line of 1 to 100 characters, without spaces around them
 */
public record OrganisationName(String value) {

    /** The longest name, in characters. */
    public static final int LONGEST = 100;

    /** Refuses what is not such a line. */
    public OrganisationName {
        if (!Line.fits(value, LONGEST)) {
            throw new IllegalArgumentException("value is not a line of 1 to " + LONGEST + " characters: " + value);
        }
    }

    /** The name in {@code text}, without spaces around it; empty if that is none. */
    public static Optional<OrganisationName> parse(String text) {
        return Line.parse(text, LONGEST).map(OrganisationName::new);
    }

    @Override
    public String toString() {
        return value;
    }
}
