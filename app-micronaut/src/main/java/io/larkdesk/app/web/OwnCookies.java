package io.larkdesk.app.web;

import io.larkdesk.app.config.Settings;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * Makes the desk's cookies. They go to our host only and, where it is reached by https, never in the clear. {@code Lax} and not
 * {@code Strict}, because Lark's page sends people back to us.
 */
@Singleton
public final class OwnCookies {

    /** A prefix by which browsers refuse such a cookie from a sibling host, or without https. */
    private static final String HOST_PREFIX = "__Host-";

    private final boolean secure;

    OwnCookies(Settings settings) {
        secure = settings.isSecure();
    }

    /** What the secret cookie called {@code name} is called towards the browser. */
    public String fullName(String name) {
        return secure ? HOST_PREFIX + name : name;
    }

    /** A cookie that no script can read, kept for {@code kept}. */
    public Cookie secret(String name, String value, Duration kept) {
        return plain(fullName(name), value, kept).httpOnly(true);
    }

    /** A cookie without any secret, kept for {@code kept}. */
    public Cookie plain(String name, String value, Duration kept) {
        return Cookie.of(name, value)
                .path("/")
                .sameSite(SameSite.Lax)
                .secure(secure)
                .maxAge(kept.toSeconds());
    }

    /** Takes the secret cookie called {@code name} away. */
    public Cookie gone(String name) {
        return secret(name, "", Duration.ZERO);
    }
}
