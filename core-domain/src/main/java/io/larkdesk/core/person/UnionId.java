package io.larkdesk.core.person;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The union_id by which Lark knows a person to all apps of one developer, such as {@code on_94a1ee5551019f18cd73d9f111898cf2}. Lark gives it, and
 * nobody can choose one.
 *
 * @param value letters, digits, {@code _} and {@code -}, at most 128 characters
 */
public record UnionId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    /** Refuses what cannot be a union_id. */
    public UnionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("value is not a union_id: " + value);
        }
    }

    /** The union_id that {@code text} is, or nothing. */
    public static Optional<UnionId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new UnionId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
