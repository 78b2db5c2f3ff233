package io.larkdesk.app.page;

import io.larkdesk.core.person.Language;
import java.util.Objects;

/**
 * For whom messages are drawn without a page around them: all to whom they look the same.
 *
 * @param language which they read
 * @param root the address of the app through which they come; all links lead on from there
 */
public record Audience(Language language, String root) {

    /** Refuses null. */
    public Audience {
        Objects.requireNonNull(language, "language");
        Objects.requireNonNull(root, "root");
    }
}
