package io.larkdesk.app.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.app.deploy.DeployFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What alerts, the dashboard and the manual speak of is what a node serves, to operators and to nobody else. */
class MonitoringIT {

    private static final Path DOCS = Path.of("../docs");
    private static final Pattern FIGURE = Pattern.compile("\\b(?:larkdesk|http|jvm)_[a-z_]+");
    private static final Pattern LABEL = Pattern.compile("\\b((?:larkdesk|http|jvm)_[a-z_]+)\\{([^}]*)}");
    private static final List<String> ADDED = List.of("_total", "_bucket", "_count", "_sum", "_max", "_seconds");
    private static final String OUTSIDE = "203.0.113.7";

    private static final RunningDesk DESK = RunningDesk.start(Map.of());
    private static final TestBrowser OPERATOR = new TestBrowser(DESK.node());
    private static List<String> served = List.of();

    @AfterAll
    static void stop() {
        DESK.close();
    }

    @BeforeAll
    static void letSomethingHappen() {
        SignedIn mei = SignedIn.to(DESK.node(), "cli_harbour", "ou_mei");
        SignedIn daniel = SignedIn.to(DESK.node(), "cli_harbour", "ou_daniel");
        assertThat(daniel.say("<@" + mei.person().id().value() + "> Please look")
                        .status())
                .isEqualTo(200);
        String ticket = daniel.openTicket("Nothing works");
        daniel.send(
                ticket + "/emergency",
                Map.of("clientId", UUID.randomUUID().toString(), "reason", "DATA_LOSS", "impact", "Orders are gone"));
        await("a reminder, a page, and a look at the figures")
                .atMost(Duration.ofSeconds(60))
                .until(() -> {
                    served = OPERATOR.get("/prometheus").body().lines().toList();
                    return has("larkdesk_reminders_attempts_total{outcome=\"delivered\"")
                            && has("larkdesk_pages_attempts_total{")
                            && has("larkdesk_lark_calls_left{")
                            && has("larkdesk_lark_calls_saved{")
                            && has("larkdesk_emergencies_active 1.0");
                });
    }

    private static boolean has(String start) {
        return served.stream().anyMatch(line -> line.startsWith(start));
    }

    private static Set<String> figures(String start) {
        return served.stream()
                .map(line -> line.split("[{ ]", 2)[0])
                .filter(name -> name.startsWith(start))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Map<String, Object>> alerts() {
        return DeployFile.alerts();
    }

    private static void areServed(String expression) {
        List<String> names =
                FIGURE.matcher(expression).results().map(MatchResult::group).toList();
        assertThat(figures("")).as(expression).containsAll(names);
        assertThat(names.isEmpty() && !expression.contains("up{"))
                .as(expression)
                .isFalse();
        LABEL.matcher(expression).results().forEach(found -> {
            for (String label : found.group(2).split(",", -1)) {
                String key = label.split("[!=~]", 2)[0];
                String part = label.startsWith("what=") ? label : key + "=\"";
                assertThat(key.equals("job")
                                || served.stream()
                                        .anyMatch(line -> line.startsWith(found.group(1) + "{") && line.contains(part)))
                        .as("%s of %s", label, expression)
                        .isTrue();
            }
        });
    }

    @Test
    void alertsAreAboutWhatIsServed() {
        assertThat(alerts()).hasSizeGreaterThan(10).allSatisfy(alert -> areServed(String.valueOf(alert.get("expr"))));
    }

    @Test
    void theDashboardShowsWhatIsServed() throws IOException {
        JsonNode dashboard = new ObjectMapper()
                .readTree(Path.of("../deploy/grafana/larkdesk.json").toFile());
        List<JsonNode> targets = dashboard.findValues("expr");
        assertThat(targets)
                .hasSizeGreaterThan(20)
                .allSatisfy(expression -> areServed(expression.asText().replace("$__rate_interval", "1m")));
    }

    @Test
    void theManualHasEachFigureAndNoOther() throws IOException {
        String manual = Files.readString(DOCS.resolve("observability.md"));
        Set<String> written = Pattern.compile("`(larkdesk_[a-z_]+)`")
                .matcher(manual)
                .results()
                .map(found -> base(found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> all =
                figures("larkdesk_").stream().map(MonitoringIT::base).collect(Collectors.toCollection(TreeSet::new));
        assertThat(all).hasSizeGreaterThan(20).isSubsetOf(written);
        // Counted only once it happens, which here it does not
        written.remove("larkdesk_connections_closed");
        assertThat(written).isSubsetOf(all);
    }

    /** Without what Prometheus adds for the kind of the figure. */
    private static String base(String name) {
        String left = name;
        for (String ending : ADDED) {
            left = left.endsWith(ending) ? left.substring(0, left.length() - ending.length()) : left;
        }
        return left;
    }

    private static String runbook(Map<String, Object> alert) {
        return alert.get("annotations") instanceof Map<?, ?> annotations
                ? String.valueOf(annotations.get("runbook_url"))
                : "none";
    }

    @Test
    void eachAlertHasItsPageAndEachPageItsAlert() throws IOException {
        Set<String> pages = new TreeSet<>();
        for (Map<String, Object> alert : alerts()) {
            String page = runbook(alert);
            assertThat(Files.readString(Path.of("..").resolve(page)))
                    .contains("`" + alert.get("alert") + "`", "**What it means.**", "**Look", "**Do");
            pages.add(Path.of(page).getFileName().toString());
        }
        try (var there = Files.list(DOCS.resolve("runbooks"))) {
            assertThat(there.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(pages);
        }
    }

    @Test
    void outsidersSeeOneWordOfHealthAndNoFigures() {
        assertThat(OPERATOR.get("/health").body()).contains("\"database\"", "\"impairments\"");
        for (String path : List.of("/health", "/health/readiness", "/health/liveness")) {
            await().untilAsserted(() -> {
                Answer outside = OPERATOR.get(path, "X-Forwarded-For", OUTSIDE);
                assertThat(outside.status()).as(path).isEqualTo(200);
                assertThat(outside.body()).as(path).isEqualTo("{\"name\":\"larkdesk\",\"status\":\"UP\"}");
            });
        }
        assertThat(OPERATOR.get("/prometheus", "X-Forwarded-For", OUTSIDE).status())
                .isEqualTo(404);
        assertThat(OPERATOR.get("/prometheus", "X-Forwarded-For", OUTSIDE).body())
                .doesNotContain("larkdesk_");
        assertThat(OPERATOR.get("/prometheus", "X-Forwarded-For", "10.1.2.3").status())
                .as("inside, through a proxy")
                .isEqualTo(200);
    }

    @Test
    void whatANodeLivesWithIsNamed() {
        boolean[] broken = {true};
        DESK.node().bean(Impairments.class).watch("trial", () -> broken[0]);
        assertThat(OPERATOR.get("/health").body()).containsPattern("\"what\":\\[[^]]*\"trial\"");
        await().until(() -> OPERATOR.get("/health/readiness").status() == 200);
        assertThat(OPERATOR.get("/prometheus").body()).contains("larkdesk_impaired{what=\"trial\"} 1.0");
        broken[0] = false;
        assertThat(OPERATOR.get("/health").body()).contains("\"impairments\"").doesNotContain("trial");
        assertThat(OPERATOR.get("/prometheus").body()).contains("larkdesk_impaired{what=\"trial\"} 0.0");
    }
}
