package io.larkdesk.app.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong.
 *
 * @param type names the kind of problem
 * @param title the kind in few words
 * @param status the answer's status
 * @param detail what to do about it
 * @param errors what is wrong with which field of what was sent
 * @param reference what the desk's log has it under, where the request itself could not be taken
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a>
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "Problem")
record ApiProblem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable List<FieldError> errors,
        @Nullable String reference) {

    static final String MEDIA_TYPE = "application/problem+json";

    /** Refuses null. */
    ApiProblem {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(detail, "detail");
    }

    /**
     * What is wrong with a field.
     *
     * @param field which, as it was sent
     * @param detail what
     */
    @Schema(name = "FieldError")
    record FieldError(String field, String detail) {}
}
