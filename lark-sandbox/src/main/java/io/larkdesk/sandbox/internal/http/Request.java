package io.larkdesk.sandbox.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.larkdesk.sandbox.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A request whose body has arrived.
 *
 * @param headers by lower-case name, first value
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and a copy of each body would be waste
public record Request(
        String method,
        String path,
        Params query,
        Map<String, String> headers,
        byte[] body,
        String remoteAddress,
        String logId) {

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    public Optional<String> cookie(String name) {
        for (String pair : header("cookie").orElse("").split(";", -1)) {
            String trimmed = pair.strip();
            if (trimmed.startsWith(name + "=")) {
                return Optional.of(trimmed.substring(name.length() + 1));
            }
        }
        return Optional.empty();
    }

    /** Whether the body is a form. JSON under a form's name, as curl sends it when told nothing else, is JSON. */
    public boolean isForm() {
        return header("content-type")
                        .orElse("")
                        .toLowerCase(Locale.ROOT)
                        .startsWith("application/x-www-form-urlencoded")
                && (body.length == 0 || body[0] != '{');
    }

    public Params form() {
        return Params.parse(new String(body, StandardCharsets.UTF_8));
    }

    public Optional<JsonNode> json() {
        return Json.parse(body);
    }

    public Request withPath(String newPath) {
        return new Request(method, newPath, query, headers, body, remoteAddress, logId);
    }
}
