package io.larkdesk.core.token;

import io.larkdesk.core.shared.Line;
import java.util.Optional;

/**
 * What people call a token by: the system that has it.
 *
 * @param text a line of 1 to 60 characters
 */
public record TokenLabel(String text) {

    /** The longest label, in characters (code points). */
    public static final int LONGEST = 60;

    /** Refuses what {@link #parse} would not have made. */
    public TokenLabel {
        if (!Line.fits(text, LONGEST)) {
            throw new IllegalArgumentException("text is not a label");
        }
    }

    /** The label in {@code text}, without spaces around it; empty if it is none. */
    public static Optional<TokenLabel> parse(String text) {
        return Line.parse(text, LONGEST).map(TokenLabel::new);
    }

    @Override
    public String toString() {
        return text;
    }
}
