package io.larkdesk.lark.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON as trees. */
final class Json {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Refuses an answer without this text. */
    static String text(JsonNode object, String field) {
        if (!object.path(field).isTextual()) {
            throw new IllegalArgumentException("no text " + field);
        }
        return object.path(field).textValue();
    }

    /** Refuses an answer without this text, or with one that cannot be sent in a header. */
    static String token(JsonNode object, String field) {
        String token = text(object, field);
        if (!isSendable(token)) {
            throw new IllegalArgumentException(field + " has characters that no token has");
        }
        return token;
    }

    /** Empty if there is no such text. */
    static String optionalText(JsonNode object, String field) {
        return object.path(field).asText("");
    }

    /** Whether a header can carry it. */
    static boolean isSendable(String token) {
        return token.matches("[!-~]+");
    }
}
