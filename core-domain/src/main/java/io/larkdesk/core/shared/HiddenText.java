package io.larkdesk.core.shared;

import java.util.Base64;

/** A text that opens something to whoever has it. Its text form tells nothing, so that it reaches no log. */
public abstract class HiddenText {

    private final String value;

    /** Wraps {@code value}. */
    protected HiddenText(String value) {
        this.value = value;
    }

    /** New random bytes, {@code length} of them, in characters that addresses and cookies take as they are. */
    protected static String random(Randomness randomness, int length) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(randomness.bytes(length));
    }

    /** The text itself, for what it is made for and nothing else. */
    public final String reveal() {
        return value;
    }

    /** Whether {@code other} is of the same kind, and the same. */
    @Override
    @SuppressWarnings("EqualsGetClass") // a token of one kind is none of another
    public final boolean equals(Object other) {
        return other instanceof HiddenText that && getClass() == that.getClass() && value.equals(that.value);
    }

    @Override
    public final int hashCode() {
        return value.hashCode();
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + "(hidden)";
    }
}
