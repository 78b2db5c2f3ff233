package io.larkdesk.core.ticket;

import io.larkdesk.core.shared.Unseen;
import io.larkdesk.core.shared.WellFormed;
import java.util.Optional;

/** Why a text that somebody typed cannot be taken. */
public enum TextProblem {
    /** There is nothing that anybody would see, where something is needed. */
    EMPTY,
    /** It has too many characters. */
    TOO_LONG,
    /** It has a character that no text has: NUL, or half of a surrogate pair. */
    NOT_TEXT;

    /** What keeps {@code text}, which is {@code tidy} then, from having so many characters. */
    static Optional<TextProblem> of(String text, String tidy, int shortest, int longest) {
        if (!WellFormed.is(text)) {
            return Optional.of(NOT_TEXT);
        }
        if (tidy.length() < shortest || (shortest > 0 && Unseen.isAll(tidy))) {
            return Optional.of(EMPTY);
        }
        return tidy.length() > longest ? Optional.of(TOO_LONG) : Optional.empty();
    }
}
