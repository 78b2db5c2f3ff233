package io.larkdesk.sandbox.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.larkdesk.sandbox.internal.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer with its headers, and how it travels. */
@SuppressWarnings("ArrayRecordComponent") // never compared, and a copy of each body would be waste
public record Reply(int status, Map<String, String> headers, byte[] body, Delivery delivery) {

    public Reply {
        headers = Map.copyOf(headers);
    }

    public static Reply json(int status, JsonNode body) {
        return of(status, "application/json; charset=utf-8", Json.bytes(body));
    }

    public static Reply html(int status, String page) {
        return of(status, "text/html; charset=utf-8", page.getBytes(StandardCharsets.UTF_8))
                .with("Cache-Control", "no-store");
    }

    public static Reply redirect(String location) {
        return of(302, "text/plain; charset=utf-8", new byte[0])
                .with("Location", location)
                .with("Cache-Control", "no-store");
    }

    public static Reply empty(int status) {
        return new Reply(status, Map.of(), new byte[0], Delivery.PROMPT);
    }

    /** The connection ends without an answer. */
    public static Reply lost() {
        return empty(200).with(new Delivery(Delivery.PROMPT.delay(), Delivery.PROMPT.drip(), true));
    }

    public static Reply of(int status, String contentType, byte[] body) {
        return new Reply(status, Map.of("Content-Type", contentType), body, Delivery.PROMPT);
    }

    public Reply with(String header, String value) {
        Map<String, String> all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Reply(status, all, body, delivery);
    }

    public Reply with(Delivery newDelivery) {
        return new Reply(status, headers, body, newDelivery);
    }

    public Reply withBody(byte[] newBody) {
        return new Reply(status, headers, newBody, delivery);
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }
}
