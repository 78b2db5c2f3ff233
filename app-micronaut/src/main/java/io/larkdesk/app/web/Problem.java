package io.larkdesk.app.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, for machines and for the page's script.
 *
 * @param type names the kind of problem
 * @param title the kind in few words, in the reader's language
 * @param status the answer's status
 * @param detail what to do about it, in the reader's language
 * @param reference what the log has it under
 * @param login where to sign in, if that helps
 * @param problem what is wrong with what was sent
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String reference,
        @Nullable String login,
        @Nullable String problem) {

    static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "tag:larkdesk.io,2026:problem/";

    Problem {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(detail, "detail");
        Objects.requireNonNull(reference, "reference");
    }

    /** The type of the kind of problem called {@code name}. */
    static String type(String name) {
        return TYPES + name;
    }
}
