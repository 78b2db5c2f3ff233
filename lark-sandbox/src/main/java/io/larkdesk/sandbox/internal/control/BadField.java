package io.larkdesk.sandbox.internal.control;

import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.json.Json;

/** Input to the sandbox that it cannot use, and which field is to blame. */
final class BadField extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String field;

    BadField(String field, String message) {
        super(message, null, false, false);
        this.field = field;
    }

    Reply reply() {
        return Reply.json(400, Json.object().put("field", field).put("error", field + ": " + getMessage()));
    }
}
