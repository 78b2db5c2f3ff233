package io.larkdesk.core.token;

import io.larkdesk.core.shared.HiddenText;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.shared.TokenHash;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a system sends to prove that it has a token: {@value #PREFIX} and 256 random bits. By its beginning, scanners find it where it should
 * not stand. Only its {@link TokenHash} is stored, so it is shown once.
 */
public final class TokenSecret extends HiddenText {

    /** What each begins with. */
    public static final String PREFIX = "lkd_";

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");

    private TokenSecret(String value) {
        super(value);
    }

    static TokenSecret issue(Randomness randomness) {
        return new TokenSecret(PREFIX + random(randomness, BYTES));
    }

    /** The secret that {@code text} is, or nothing. */
    public static Optional<TokenSecret> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new TokenSecret(text)) : Optional.empty();
    }

    /** What is stored of it. */
    public TokenHash hash() {
        return TokenHash.of(reveal());
    }
}
