package io.larkdesk.core.person;

import io.larkdesk.core.shared.Randomness;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a browser holds to prove its session: 256 random bits. Only its {@link SessionKey} is stored. */
public final class SessionToken {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final String value;

    private SessionToken(String value) {
        this.value = value;
    }

    /** A new token. */
    public static SessionToken issue(Randomness randomness) {
        return new SessionToken(Base64.getUrlEncoder().withoutPadding().encodeToString(randomness.bytes(BYTES)));
    }

    /** The token that {@code text} is, or nothing. */
    public static Optional<SessionToken> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new SessionToken(text)) : Optional.empty();
    }

    /** The token itself: for the cookie, nothing else. */
    public String reveal() {
        return value;
    }

    /** The hash by which the session is stored. */
    public SessionKey key() {
        return SessionKey.of(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SessionToken that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value);
    }

    @Override
    public String toString() {
        return "SessionToken(hidden)";
    }
}
