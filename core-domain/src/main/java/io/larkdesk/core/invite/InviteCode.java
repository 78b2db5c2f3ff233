package io.larkdesk.core.invite;

import io.larkdesk.core.shared.Randomness;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a link carries to prove that its bearer is invited: 192 random bits. Only its {@link InviteKey} is stored, so it is shown once. */
public final class InviteCode {

    private static final int BYTES = 24;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{32}");

    private final String value;

    private InviteCode(String value) {
        this.value = value;
    }

    static InviteCode issue(Randomness randomness) {
        return new InviteCode(Base64.getUrlEncoder().withoutPadding().encodeToString(randomness.bytes(BYTES)));
    }

    /** The code that {@code text} is, or nothing. */
    public static Optional<InviteCode> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new InviteCode(text)) : Optional.empty();
    }

    /** The code itself: for the link, nothing else. */
    public String reveal() {
        return value;
    }

    /** The hash by which the invite is stored. */
    public InviteKey key() {
        return InviteKey.of(value);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof InviteCode that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value);
    }

    @Override
    public String toString() {
        return "InviteCode(hidden)";
    }
}
