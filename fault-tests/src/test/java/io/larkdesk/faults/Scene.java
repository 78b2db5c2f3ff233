package io.larkdesk.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One organisation on the paid edition and its provider, which Lark does not slow down, and perhaps a second one; somebody is on duty in
 * each role.
 */
final class Scene {

    static final String APP = "cli_harbour";
    static final String NEIGHBOUR = "cli_meridian";
    static final String PROVIDER = "cli_alder";

    /** Who is on duty and paged, level after level. */
    static final List<Set<String>> LEVELS =
            List.of(Set.of("ou_amara", "ou_bruno"), Set.of("ou_sofia"), Set.of("ou_dora"));

    private static final String SECOND_CUSTOMER = """
              - organisation: Meridian
                app_id: cli_meridian
                app_secret: meridian-secret
                edition: paid
                plan: Enterprise
                service_team: [ou_sofia]
            """.stripTrailing();

    private final int people;
    private final int neighbours;

    /** With so many people of the customer's, and no other customer. */
    Scene(int people) {
        this(people, 0);
    }

    /** With so many people of the customer's, and of another customer's if there are any. */
    Scene(int people, int neighbours) {
        this.people = people;
        this.neighbours = neighbours;
    }

    /** The open_ids of the customer's people. */
    List<String> openIds() {
        return openIds("ou_%03d", people);
    }

    /** The open_ids of the other customer's people. */
    List<String> neighbours() {
        return openIds("ou_n%02d", neighbours);
    }

    private static List<String> openIds(String form, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(form::formatted).toList();
    }

    /** Writes the sandbox's file into {@code folder}. */
    Path writeLark(Path folder, URI publicUrl) {
        String persons = Stream.concat(persons(APP, openIds()), persons(NEIGHBOUR, neighbours()))
                .collect(Collectors.joining(",\n    "));
        return write(folder.resolve("lark.json"), """
                {
                  "apps": [
                    {"app_id": "cli_alder", "app_secret": "alder-secret", "organisation": "Alder Cloud", "edition": "PAID",
                     "rate_limits": false, "redirect_urls": ["%1$s/thirdparty/lark/cli_alder/oauth2/callback"]},
                    {"app_id": "cli_harbour", "app_secret": "harbour-secret", "organisation": "Harbour", "edition": "PAID",
                     "rate_limits": false, "redirect_urls": ["%1$s/thirdparty/lark/cli_harbour/oauth2/callback"]},
                    {"app_id": "cli_meridian", "app_secret": "meridian-secret", "organisation": "Meridian", "edition": "PAID",
                     "rate_limits": false, "redirect_urls": ["%1$s/thirdparty/lark/cli_meridian/oauth2/callback"]}
                  ],
                  "people": [
                    {"app_id": "cli_alder", "open_id": "ou_sofia", "name": "Sofia Lindqvist"},
                    {"app_id": "cli_alder", "open_id": "ou_amara", "name": "Amara Diallo"},
                    {"app_id": "cli_alder", "open_id": "ou_bruno", "name": "Bruno Costa"},
                    {"app_id": "cli_alder", "open_id": "ou_dora", "name": "Dora Novak"},
                    {"app_id": "cli_alder", "open_id": "ou_ines", "name": "Ines Duarte"},
                    %2$s
                  ]
                }
                """.formatted(publicUrl, persons));
    }

    private static Stream<String> persons(String app, List<String> openIds) {
        return openIds.stream().map(openId -> "{\"app_id\": \"%s\", \"open_id\": \"%s\", \"name\": \"Person %s\"}"
                .formatted(app, openId, openId.substring(3)));
    }

    /** Writes the operator's file into {@code folder}. */
    Path writeBootstrap(Path folder) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return write(folder.resolve("bootstrap.yml"), """
                provider: {organisation: Alder Cloud, app_id: cli_alder, app_secret: alder-secret, edition: paid}
                staff:
                  - {open_id: ou_sofia, name: Sofia Lindqvist, role: tam}
                  - {open_id: ou_amara, name: Amara Diallo, role: engineer}
                  - {open_id: ou_bruno, name: Bruno Costa, role: engineer}
                  - {open_id: ou_dora, name: Dora Novak, role: duty_manager}
                  - {open_id: ou_ines, name: Ines Duarte, role: admin}
                roster:
                  - {person: ou_sofia, role: tam, from: "%1$s", until: "%2$s"}
                  - {person: ou_amara, role: engineer, from: "%1$s", until: "%2$s"}
                  - {person: ou_bruno, role: engineer, from: "%1$s", until: "%2$s"}
                  - {person: ou_dora, role: duty_manager, from: "%1$s", until: "%2$s"}
                plans:
                  - name: Enterprise
                tenants:
                  - organisation: Harbour
                    app_id: cli_harbour
                    app_secret: harbour-secret
                    edition: paid
                    plan: Enterprise
                    service_team: [ou_sofia]
                %3$s
                """.formatted(
                now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1)), neighbours == 0 ? "" : SECOND_CUSTOMER));
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
