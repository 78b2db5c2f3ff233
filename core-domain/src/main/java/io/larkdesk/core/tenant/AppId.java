package io.larkdesk.core.tenant;

import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The App ID of a Lark custom app, such as {@code cli_a8f3d0c21e79500d}.
 *
 * @param value letters, digits, {@code _} and {@code -}, at most 64 characters
 */
public record AppId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** Refuses what cannot be an App ID. */
    public AppId {
        Objects.requireNonNull(value, "value");
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("value is not an App ID: " + value);
        }
    }

    /** The App ID that {@code text} is, or nothing. */
    public static Optional<AppId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new AppId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
