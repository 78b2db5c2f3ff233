package io.larkdesk.core.token;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Chosen by a system for one request, and kept over all tries to send it, so that it has one effect.
 *
 * @param text 1 to 255 printable characters of ASCII
 */
public record IdempotencyKey(String text) {

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E]{1,255}");

    /** Refuses what is no key. */
    public IdempotencyKey {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException("text is no key");
        }
    }

    /** The key that {@code text} is, or nothing. */
    public static Optional<IdempotencyKey> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new IdempotencyKey(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
