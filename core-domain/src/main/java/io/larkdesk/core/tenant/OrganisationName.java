package io.larkdesk.core.tenant;

import io.larkdesk.core.shared.Unseen;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What an organisation is called.
 *
 * @param value one line of 1 to 100 characters, without spaces around them
 */
public record OrganisationName(String value) {

    /** The longest name, in characters. */
    public static final int LONGEST = 100;

    private static final Pattern NOT_PLAIN = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028-\\u202E\\u2066-\\u2069]");

    /** Refuses what is not such a line. */
    public OrganisationName {
        if (!isName(value)) {
            throw new IllegalArgumentException("value is not a line of 1 to " + LONGEST + " characters: " + value);
        }
    }

    /** The name in {@code text}, without spaces around it; empty if that is none. */
    public static Optional<OrganisationName> parse(String text) {
        return Optional.of(text.strip()).filter(OrganisationName::isName).map(OrganisationName::new);
    }

    private static boolean isName(String text) {
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
