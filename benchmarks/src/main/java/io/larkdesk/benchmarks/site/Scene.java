package io.larkdesk.benchmarks.site;

import io.larkdesk.core.onboarding.AppAddresses;
import io.larkdesk.core.onboarding.DeskAddress;
import io.larkdesk.core.tenant.AppId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One customer with many people, and its provider with one, who is on duty.
 *
 * @param people how many the customer has
 */
record Scene(int people) {

    static final String CUSTOMER = "cli_quay";
    static final String PROVIDER = "cli_alder";
    static final String STAFF = "ou_sofia";

    static String openId(int person) {
        return "ou_%04d".formatted(person);
    }

    /** What the sandbox begins with. */
    Path writeLark(Path folder, URI desk) {
        String persons = IntStream.range(0, people)
                .mapToObj(i -> "{\"app_id\": \"%s\", \"open_id\": \"%s\", \"name\": \"Person %d\"}"
                        .formatted(CUSTOMER, openId(i), i))
                .collect(Collectors.joining(",\n"));
        return write(folder.resolve("lark.json"), """
                {"apps": [%s, %s],
                 "people": [{"app_id": "%s", "open_id": "%s", "name": "Sofia"},
                %s]}
                """.formatted(
                        app(PROVIDER, "Alder", desk), app(CUSTOMER, "Quay", desk), PROVIDER, STAFF, persons));
    }

    /** As an organisation's administrator has set it up who did all that was asked. */
    private static String app(String id, String organisation, URI desk) {
        AppAddresses addresses = new AppAddresses(new DeskAddress(desk), new AppId(id));
        String redirectUrls = addresses.redirectUrls().stream()
                .map(url -> '"' + url.toString() + '"')
                .collect(Collectors.joining(", "));
        return """
                {"app_id": "%1$s", "app_secret": "%1$s-secret", "organisation": "%2$s", "edition": "PAID",
                 "rate_limits": false, "home_page": "%3$s", "redirect_urls": [%4$s]}""".formatted(id, organisation, addresses.homePage(), redirectUrls);
    }

    /** What the desk begins with. */
    Path writeBootstrap(Path folder) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return write(folder.resolve("desk.yml"), """
                provider: {organisation: Alder, app_id: %1$s, app_secret: %1$s-secret, edition: paid}
                staff:
                  - {open_id: %3$s, name: Sofia, role: tam}
                roster:
                  - {person: %3$s, role: tam, from: "%4$s", until: "%5$s"}
                plans:
                  - name: Enterprise
                tenants:
                  - {organisation: Quay, app_id: %2$s, app_secret: %2$s-secret, edition: paid, plan: Enterprise, service_team: [%3$s]}
                """.formatted(
                        PROVIDER, CUSTOMER, STAFF, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1))));
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
