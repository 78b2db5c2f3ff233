package io.larkdesk.app.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One organisation on the paid edition, which Lark does not slow down, and its provider. */
final class Scene {

    static final String APP = "cli_harbour";

    private final int people;

    /** With so many people of the customer's. */
    Scene(int people) {
        this.people = people;
    }

    /** The open_ids of the customer's people. */
    List<String> openIds() {
        return IntStream.rangeClosed(1, people).mapToObj("ou_%03d"::formatted).toList();
    }

    /** Writes the sandbox's file into {@code folder}. */
    Path writeLark(Path folder, URI publicUrl) {
        String persons = openIds().stream()
                .map(openId -> "{\"app_id\": \"%s\", \"open_id\": \"%s\", \"name\": \"Person %s\"}"
                        .formatted(APP, openId, openId.substring(3)))
                .collect(Collectors.joining(",\n    "));
        return write(folder.resolve("lark.json"), """
                {
                  "apps": [
                    {"app_id": "cli_alder", "app_secret": "alder-secret", "organisation": "Alder Cloud", "edition": "PAID"},
                    {"app_id": "%s", "app_secret": "harbour-secret", "organisation": "Harbour", "edition": "PAID",
                     "rate_limits": false, "redirect_urls": ["%s/thirdparty/lark/%s/oauth2/callback"]}
                  ],
                  "people": [
                    {"app_id": "cli_alder", "open_id": "ou_sofia", "name": "Sofia Lindqvist"},
                    %s
                  ]
                }
                """.formatted(APP, publicUrl, APP, persons));
    }

    /** Writes the operator's file into {@code folder}. */
    static Path writeBootstrap(Path folder) {
        return write(folder.resolve("bootstrap.yml"), """
                provider: {organisation: Alder Cloud, app_id: cli_alder, app_secret: alder-secret, edition: paid}
                staff:
                  - {open_id: ou_sofia, name: Sofia Lindqvist, role: tam}
                plans:
                  - name: Enterprise
                tenants:
                  - organisation: Harbour
                    app_id: %s
                    app_secret: harbour-secret
                    edition: paid
                    plan: Enterprise
                    service_team: [ou_sofia]
                """.formatted(APP));
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
