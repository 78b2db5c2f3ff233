package io.larkdesk.core.ticket;

import java.util.regex.Pattern;

/** What all texts of a ticket have in common: no characters that no text has, none that change the writing direction, plain line ends. */
final class Plain {

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?");
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cs}\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");
    private static final Pattern SPACES = Pattern.compile("[\\p{Z}\\s]+");

    private Plain() {}

    /** {@code text} with its lines. */
    static String lines(String text) {
        return UNSEEN.matcher(LINE_END.matcher(text).replaceAll("\n"))
                .replaceAll("")
                .strip();
    }

    /** {@code text} in one line. */
    static String line(String text) {
        return SPACES.matcher(lines(text)).replaceAll(" ").strip();
    }
}
