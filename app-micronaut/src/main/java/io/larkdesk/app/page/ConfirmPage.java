package io.larkdesk.app.page;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A question before something is done that cannot be undone, or that others will see.
 *
 * @param in what stands around it
 * @param question asks it
 * @param text what will happen
 * @param action the button's words
 * @param path where the form is sent
 * @param back where the answer no leads
 * @param leaves whether the answer yes leads away from the group
 * @param grave whether somebody loses something by it
 * @param fields what the form sends besides, by name
 * @param note what kept it from being done, if it was tried
 */
public record ConfirmPage(
        GroupDialog in,
        String question,
        String text,
        String action,
        String path,
        String back,
        boolean leaves,
        boolean grave,
        Map<String, String> fields,
        Optional<String> note) {

    /** Copies the map. */
    public ConfirmPage {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(question, "question");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(back, "back");
        fields = Map.copyOf(fields);
        Objects.requireNonNull(note, "note");
    }

    /** A question before somebody loses something. */
    public ConfirmPage(
            GroupDialog in, String question, String text, String action, String path, String back, boolean leaves) {
        this(in, question, text, action, path, back, leaves, true, Map.of(), Optional.empty());
    }
}
