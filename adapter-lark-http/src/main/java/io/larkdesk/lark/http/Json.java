package io.larkdesk.lark.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** JSON as trees. */
final class Json {

    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Refuses an answer without this text, or with characters in it that no text has. */
    static String text(JsonNode object, String field) {
        String text = object.path(field).textValue();
        if (text == null || !text.equals(clean(text))) {
            throw new IllegalArgumentException("no text " + field);
        }
        return text;
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
        return clean(object.path(field).asText(""));
    }

    /** Without what JSON can write and no store takes: NUL is left out, half surrogate pairs become "?". */
    static String clean(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replace("\u0000", "");
    }

    /** Whether a header can carry it. */
    static boolean isSendable(String token) {
        return token.matches("[!-~]+");
    }
}
