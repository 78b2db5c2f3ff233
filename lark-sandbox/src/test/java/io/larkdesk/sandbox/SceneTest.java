package io.larkdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SceneTest {

    @TempDir
    Path folder;

    private void set(LarkSandbox sandbox, String json) throws IOException {
        Path file = Files.writeString(folder.resolve("scene.json"), json);
        Scene.read(file).set(sandbox.baseUrl());
    }

    @Test
    void sandboxBeginsWithTheAppsAndPeopleOfTheFile() throws IOException, InterruptedException {
        try (LarkSandbox sandbox = LarkSandbox.start(0)) {
            set(sandbox, """
                    {"people": [{"app_id": "cli_acme", "name": "Ann Example", "open_id": "ou_ann"}],
                     "apps": [{"app_id": "cli_acme", "app_secret": "secret", "organisation": "Acme"}]}
                    """);

            HttpRequest people = HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/sandbox/people"))
                    .build();
            assertThat(HttpClient.newHttpClient()
                            .send(people, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .contains("\"open_id\":\"ou_ann\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "no json", "{\"peple\": []}", "{\"people\": [{\"app_id\": \"cli_nobody\"}]}"})
    void fileThatMakesNoSenseIsRefused(String json) throws IOException {
        try (LarkSandbox sandbox = LarkSandbox.start(0)) {
            assertThatThrownBy(() -> set(sandbox, json)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void fileThatIsMissingIsNamed() {
        assertThatThrownBy(() -> Scene.read(folder.resolve("nowhere.json")))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("nowhere.json");
    }
}
