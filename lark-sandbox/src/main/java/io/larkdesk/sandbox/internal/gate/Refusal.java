package io.larkdesk.sandbox.internal.gate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/** An API call that the platform refuses, with the HTTP status and the business code that Lark answers. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final int code;
    private final boolean older;
    private final transient ObjectNode body;
    private final transient ObjectNode error = Json.object();
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    private Refusal(int status, int code, String message, boolean older, ObjectNode body) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
        this.older = older;
        this.body = body;
    }

    public Refusal(int status, int code, String message) {
        this(status, code, message, false, Json.object().put("code", code).put("msg", message));
    }

    public static Refusal badRequest(int code, String message) {
        return new Refusal(400, code, message);
    }

    /** A refusal whose body is older than the {@code error} object, and is given as it is. */
    public static Refusal plain(int status, int code, ObjectNode body) {
        return new Refusal(status, code, body.toString(), true, body);
    }

    /** A field of the request is wrong: 99992402 with its name and value. */
    public static Refusal field(String field, String value, String description) {
        Refusal refusal = badRequest(99992402, "field validation failed");
        refusal.error
                .putArray("field_violations")
                .addObject()
                .put("field", field)
                .put("value", value)
                .put("description", description);
        return refusal;
    }

    public int code() {
        return code;
    }

    public boolean isSuccessStatus() {
        return status < 300;
    }

    /** More for the answer's {@code error} object. */
    ObjectNode error() {
        return error;
    }

    Refusal header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    Reply reply(String logId) {
        ObjectNode answer = body.deepCopy();
        if (!older) {
            ObjectNode details = error.deepCopy();
            details.put("log_id", logId);
            answer.set("error", details);
        }
        Reply reply = Reply.json(status, answer);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            reply = reply.with(header.getKey(), header.getValue());
        }
        return reply;
    }
}
