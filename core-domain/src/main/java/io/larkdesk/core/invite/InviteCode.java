package io.larkdesk.core.invite;

import io.larkdesk.core.shared.HiddenText;
import io.larkdesk.core.shared.Randomness;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a link carries to prove that its bearer is invited: 192 random bits. Only its {@link InviteKey} is stored, so it is shown once. */
public final class InviteCode extends HiddenText {

    private static final int BYTES = 24;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{32}");

    private InviteCode(String value) {
        super(value);
    }

    static InviteCode issue(Randomness randomness) {
        return new InviteCode(random(randomness, BYTES));
    }

    /** The code that {@code text} is, or nothing. */
    public static Optional<InviteCode> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new InviteCode(text)) : Optional.empty();
    }

    /** The hash by which the invite is stored. */
    public InviteKey key() {
        return InviteKey.of(reveal());
    }
}
