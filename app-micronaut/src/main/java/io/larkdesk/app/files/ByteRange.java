package io.larkdesk.app.files;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bytes of a file are wanted.
 *
 * @param from the first; the size if none of the wanted bytes is there
 * @param until the one after the last
 */
record ByteRange(long from, long until) {

    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    static ByteRange whole(long size) {
        return new ByteRange(0, size);
    }

    /**
     * What {@code header} asks for; empty if it makes no sense or asks for several ranges, which means the whole file.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9110#section-14">RFC 9110, 14</a>
     */
    static Optional<ByteRange> parse(String header, long size) {
        Matcher one = ONE.matcher(header.replace(" ", ""));
        if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
            return Optional.empty();
        }
        if (one.group(1).isEmpty()) {
            long last = Long.parseLong(one.group(2));
            return Optional.of(new ByteRange(last == 0 ? size : Math.max(0, size - last), size));
        }
        long from = Long.parseLong(one.group(1));
        long to = one.group(2).isEmpty() ? size - 1 : Long.parseLong(one.group(2));
        return to < from && !one.group(2).isEmpty()
                ? Optional.empty()
                : Optional.of(new ByteRange(Math.min(from, size), Math.min(to + 1, size)));
    }

    boolean isEmpty() {
        return from >= until;
    }

    long length() {
        return until - from;
    }

    /** As {@code Content-Range} says it. */
    String of(long size) {
        return "bytes " + from + "-" + (until - 1) + "/" + size;
    }
}
