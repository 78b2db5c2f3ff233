package io.larkdesk.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Apps, organisations and people with which a sandbox begins: for each of the three a list of what would be posted to
 * {@code /sandbox}, and with the same checks.
 */
record Scene(ObjectNode lists) {

    /** In this order: an app brings its organisation along, and people belong to an app. */
    private static final List<String> KINDS = List.of("apps", "organisations", "people");

    Scene {
        lists.fieldNames().forEachRemaining(kind -> {
            if (!KINDS.contains(kind)) {
                throw new IllegalArgumentException(kind + " is not known here; known are " + KINDS);
            }
        });
    }

    static Scene read(Path file) {
        try {
            return Json.parseObject(Files.readString(file))
                    .map(Scene::new)
                    .orElseThrow(() -> new IllegalArgumentException(file + " is not a JSON object"));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: " + e.getMessage(), e);
        }
    }

    /** Posts all of it to the sandbox at {@code baseUrl}. */
    void set(String baseUrl) {
        HttpClient client = HttpClient.newHttpClient();
        for (String kind : KINDS) {
            for (JsonNode one : lists.path(kind)) {
                post(client, URI.create(baseUrl + "/sandbox/" + kind), one);
            }
        }
    }

    private static void post(HttpClient client, URI address, JsonNode body) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalArgumentException(body + " is refused: " + answer.body());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
