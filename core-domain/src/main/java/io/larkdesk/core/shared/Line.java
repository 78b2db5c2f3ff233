package io.larkdesk.core.shared;

import java.util.Optional;
import java.util.regex.Pattern;

/** Tells names that stand in one line, such as people read and write them, from what only looks like one. */
public final class Line {

    private static final Pattern NOT_PLAIN = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028-\\u202E\\u2066-\\u2069]");

    private Line() {}

    /** Whether {@code text} is a line of 1 to {@code longest} characters, some of them seen, without spaces around it. */
    public static boolean fits(String text, int longest) {
        return !Unseen.isAll(text)
                && text.equals(text.strip())
                && text.codePointCount(0, text.length()) <= longest
                && !NOT_PLAIN.matcher(text).find();
    }

    /** {@code text} without spaces around it, if that is such a line. */
    public static Optional<String> parse(String text, int longest) {
        return Optional.of(text.strip()).filter(stripped -> fits(stripped, longest));
    }
}
