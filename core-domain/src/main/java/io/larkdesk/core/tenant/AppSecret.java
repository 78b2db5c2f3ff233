package io.larkdesk.core.tenant;

import io.larkdesk.core.shared.HiddenText;

/** The App Secret of a Lark custom app, in the clear. Its text form tells nothing, so that it reaches no log. */
public final class AppSecret extends HiddenText {

    private AppSecret(String value) {
        super(value);
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
}
