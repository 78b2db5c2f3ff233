package io.larkdesk.core.shared;

import java.util.Optional;
import java.util.regex.Pattern;

/** What opens something to whoever has it: 256 random bits. Only its {@link TokenHash} is stored, so it is shown once. */
public final class BearerToken extends HiddenText {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private BearerToken(String value) {
        super(value);
    }

    /** A new token. */
    public static BearerToken issue(Randomness randomness) {
        return new BearerToken(random(randomness, BYTES));
    }

    /** The token that {@code text} is, or nothing. */
    public static Optional<BearerToken> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new BearerToken(text)) : Optional.empty();
    }

    /** What is stored of it. */
    public TokenHash hash() {
        return TokenHash.of(reveal());
    }
}
