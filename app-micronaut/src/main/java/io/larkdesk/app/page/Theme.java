package io.larkdesk.app.page;

import java.util.Locale;
import java.util.Optional;

/** How bright the pages are. */
public enum Theme {
    /** As the device says. */
    SYSTEM,
    /** Always light. */
    LIGHT,
    /** Always dark. */
    DARK;

    /** The theme that {@link #token} wrote as {@code text}, or nothing. */
    public static Optional<Theme> parse(String text) {
        for (Theme theme : values()) {
            if (theme.token().equals(text)) {
                return Optional.of(theme);
            }
        }
        return Optional.empty();
    }

    /** The theme in forms and cookies: {@code system}, {@code light} or {@code dark}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }
}
