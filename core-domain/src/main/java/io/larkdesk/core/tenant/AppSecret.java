package io.larkdesk.core.tenant;

import java.util.Objects;

/** The App Secret of a Lark custom app, in the clear. Its text form tells nothing, so that it reaches no log. */
public final class AppSecret {

    private final String value;

    private AppSecret(String value) {
        this.value = value;
    }

    /**
     * Wraps a secret.
     *
     * @param value not blank
     */
    public static AppSecret of(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("the App Secret is blank");
        }
        return new AppSecret(value);
    }

    /** The secret itself: for sealing and for Lark's token endpoint, nothing else. */
    public String reveal() {
        return value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AppSecret that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value);
    }

    @Override
    public String toString() {
        return "AppSecret(hidden)";
    }
}
