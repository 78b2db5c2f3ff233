package io.larkdesk.core.ticket;

import io.larkdesk.core.shared.Unseen;
import java.util.Optional;

/** Why a text that somebody typed cannot be taken. */
public enum TextProblem {
    /** There is nothing that anybody would see, where something is needed. */
    EMPTY,
    /** It has too many characters. */
    TOO_LONG;

    static Optional<TextProblem> of(String tidy, int shortest, int longest) {
        if (tidy.length() < shortest || (shortest > 0 && Unseen.isAll(tidy))) {
            return Optional.of(EMPTY);
        }
        return tidy.length() > longest ? Optional.of(TOO_LONG) : Optional.empty();
    }
}
