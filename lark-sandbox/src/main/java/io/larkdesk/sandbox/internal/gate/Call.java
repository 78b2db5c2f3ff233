package io.larkdesk.sandbox.internal.gate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.http.Request;
import io.larkdesk.sandbox.internal.json.Json;
import io.larkdesk.sandbox.internal.platform.App;
import io.larkdesk.sandbox.internal.platform.Brand;
import java.util.Map;
import java.util.Optional;

/**
 * A call that the gate let in.
 *
 * @param base the brand under whose address the call came
 * @param path the values of the path's names
 * @param caller the app whose token came with it
 * @param openId the person whose token came with it
 */
public record Call(
        Request request, Brand base, Map<String, String> path, Optional<App> caller, Optional<String> openId) {

    public App app() {
        return caller.orElseThrow(() -> new IllegalStateException("the API is open to calls without a token"));
    }

    public String path(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new IllegalStateException("the path has no " + name);
        }
        return value;
    }

    /** The JSON object of the body; 9499 when it is none. */
    public ObjectNode body() {
        return request.json()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .orElseThrow(() -> Refusal.badRequest(9499, "Bad Request: the body is no JSON object"));
    }

    /** A required text field of the body; 99992402 when it is missing, empty or no text. */
    public static String text(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (!value.isTextual()) {
            throw Refusal.field(field, value.isMissingNode() ? "" : value.toString(), field + " must be a string");
        }
        if (value.textValue().isEmpty()) {
            throw Refusal.field(field, "", field + " is required");
        }
        return value.textValue();
    }

    /** An optional text field of the body; empty text counts as absent, other types are 99992402. */
    public static Optional<String> optionalText(JsonNode body, String field) {
        JsonNode value = body.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw Refusal.field(field, value.toString(), field + " must be a string");
        }
        return Optional.of(value.textValue()).filter(text -> !text.isEmpty());
    }

    /** The usual answer of success. */
    public static Reply success(JsonNode data) {
        ObjectNode body = Json.object().put("code", 0).put("msg", "success");
        body.set("data", data);
        return Reply.json(200, body);
    }
}
