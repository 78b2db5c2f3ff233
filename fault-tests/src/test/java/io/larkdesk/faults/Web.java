package io.larkdesk.faults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Sends requests. */
final class Web {

    /** Nobody waits longer for an answer. */
    static final Duration WITHIN = Duration.ofSeconds(20);

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private static final ObjectMapper JSON = new ObjectMapper();

    private Web() {}

    static HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        return send(request, WITHIN);
    }

    static HttpResponse<String> send(HttpRequest.Builder request, Duration within) throws IOException {
        return send(request.timeout(within), HttpResponse.BodyHandlers.ofString());
    }

    /** As long as it takes. */
    static <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) throws IOException {
        try {
            return CLIENT.send(request.build(), body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
