package io.larkdesk.sandbox.internal.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.PropertyBindingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.http.Request;
import io.larkdesk.sandbox.internal.json.Json;
import java.net.URI;
import java.util.stream.Collectors;

/** Reads what is posted to the sandbox; each mistake is a {@link BadField}. */
final class Input {

    private Input() {}

    /** The posted object; fields that are null count as absent. */
    static ObjectNode object(Request request) {
        JsonNode body = request.json().orElseThrow(() -> new BadField("body", "is no JSON"));
        if (!(body instanceof ObjectNode object)) {
            throw new BadField("body", "must be a JSON object");
        }
        ObjectNode given = object.deepCopy();
        given.properties().removeIf(field -> field.getValue().isNull());
        return given;
    }

    static String text(ObjectNode given, String field) {
        JsonNode value = given.path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new BadField(field, value.isMissingNode() ? "is required" : "must be a text that is not blank");
        }
        return value.textValue();
    }

    static String matching(ObjectNode given, String field, String pattern) {
        String value = text(given, field);
        if (!value.matches(pattern)) {
            throw new BadField(field, "must match " + pattern + ", not be " + value);
        }
        return value;
    }

    static long number(ObjectNode given, String field, long least, long most) {
        JsonNode value = given.path(field);
        if (!value.isIntegralNumber()
                || !value.canConvertToLong()
                || value.longValue() < least
                || value.longValue() > most) {
            throw new BadField(field, "must be a whole number from " + least + " to " + most + ", not " + value);
        }
        return value.longValue();
    }

    static void requireUrl(String field, String url) {
        try {
            URI uri = URI.create(url);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return;
            }
        } catch (IllegalArgumentException e) {
            throw new BadField(field, "is no URL: " + e.getMessage());
        }
        throw new BadField(field, "must be an http or https URL with a host, not " + url);
    }

    /** The record that the object describes; what does not fit is named. */
    static <T> T read(ObjectNode object, Class<T> type) {
        try {
            return Json.read(object, type);
        } catch (PropertyBindingException e) {
            throw new BadField(e.getPropertyName(), "is not known here; known are " + known(e));
        } catch (JsonMappingException e) {
            throw new BadField(path(e), e.getOriginalMessage());
        } catch (JsonProcessingException e) {
            throw new BadField("body", e.getOriginalMessage());
        }
    }

    private static String known(PropertyBindingException e) {
        return e.getKnownPropertyIds() == null
                ? "none"
                : e.getKnownPropertyIds().stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String path(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
    }
}
