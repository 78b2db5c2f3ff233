package io.larkdesk.core.ticket;

import java.util.Optional;

/** Why a text that somebody typed cannot be taken. */
public enum TextProblem {
    /** There is nothing, or white space only, where something is needed. */
    EMPTY,
    /** It has too many characters. */
    TOO_LONG;

    static Optional<TextProblem> of(String tidy, int shortest, int longest) {
        if (tidy.length() < shortest) {
            return Optional.of(EMPTY);
        }
        return tidy.length() > longest ? Optional.of(TOO_LONG) : Optional.empty();
    }
}
