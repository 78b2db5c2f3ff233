package io.larkdesk.app.page;

import java.util.Objects;

/**
 * A question before something is done that cannot be undone.
 *
 * @param in what stands around it
 * @param question asks it
 * @param text what will happen
 * @param action the button's words
 * @param path where the form is sent
 * @param back where the answer no leads
 * @param leaves whether the answer yes leads away from the group
 */
public record ConfirmPage(
        GroupDialog in, String question, String text, String action, String path, String back, boolean leaves) {

    /** Refuses null. */
    public ConfirmPage {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(back, "back");
    }
}
