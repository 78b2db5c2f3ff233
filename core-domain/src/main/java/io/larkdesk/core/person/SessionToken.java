package io.larkdesk.core.person;

import io.larkdesk.core.shared.HiddenText;
import io.larkdesk.core.shared.Randomness;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a browser holds to prove its session: 256 random bits. Only its {@link SessionKey} is stored. */
public final class SessionToken extends HiddenText {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private SessionToken(String value) {
        super(value);
    }

    /** A new token. */
    public static SessionToken issue(Randomness randomness) {
        return new SessionToken(random(randomness, BYTES));
    }

    /** The token that {@code text} is, or nothing. */
    public static Optional<SessionToken> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new SessionToken(text)) : Optional.empty();
    }

    /** The hash by which the session is stored. */
    public SessionKey key() {
        return SessionKey.of(reveal());
    }
}
