package io.larkdesk.core.shared;

/** Tells what is text from what only comes as one. */
public final class WellFormed {

    private WellFormed() {}

    /** Whether {@code text} has neither NUL, which PostgreSQL does not store, nor half of a surrogate pair, which is no character. */
    public static boolean is(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}
