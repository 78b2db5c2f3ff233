package io.larkdesk.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;

/** What came back, with its JSON read where it is some. */
record Answer(HttpResponse<String> response) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    int status() {
        return response.statusCode();
    }

    String body() {
        return response.body();
    }

    JsonNode json() {
        try {
            return MAPPER.readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    int code() {
        return json().path("code").asInt(-1);
    }

    JsonNode data() {
        return json().path("data");
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }
}
