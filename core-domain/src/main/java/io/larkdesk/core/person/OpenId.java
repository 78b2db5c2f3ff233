package io.larkdesk.core.person;

import java.util.regex.Pattern;

/**
 * The open_id by which Lark knows a person to one app, such as {@code ou_7d8a6e6df7621556ce0d21922b676706}.
 *
 * @param value letters, digits, {@code _} and {@code -}, at most 128 characters
 */
public record OpenId(String value) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    /** Refuses what cannot be an open_id. */
    public OpenId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("value is not an open_id: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
