package io.larkdesk.core.shared;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** What opens something to whoever has it: 256 random bits. Only its {@link TokenHash} is stored, so it is shown once. */
public final class BearerToken {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final String value;

    private BearerToken(String value) {
        this.value = value;
    }

    /** A new token. */
    public static BearerToken issue(Randomness randomness) {
        return new BearerToken(Base64.getUrlEncoder().withoutPadding().encodeToString(randomness.bytes(BYTES)));
    }

    /** The token that {@code text} is, or nothing. */
    public static Optional<BearerToken> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new BearerToken(text)) : Optional.empty();
    }

    /** The token itself: for whoever it is given to, nothing else. */
    public String reveal() {
        return value;
    }

    /** What is stored of it. */
    public TokenHash hash() {
        return new TokenHash(Sha256.hex(value.getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BearerToken that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return "BearerToken(hidden)";
    }
}
