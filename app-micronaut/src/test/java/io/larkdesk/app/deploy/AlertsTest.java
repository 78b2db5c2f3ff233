package io.larkdesk.app.deploy;

import static io.larkdesk.app.deploy.DeployFile.list;
import static io.larkdesk.app.deploy.DeployFile.map;
import static io.larkdesk.app.deploy.DeployFile.run;
import static io.larkdesk.app.deploy.DeployFile.yaml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Prometheus' own tool says of the alerts, and of what the dashboard asks. */
class AlertsTest {

    private static final String ALERT = "alert";

    @TempDir
    private Path folder;

    @Test
    void rulesDoWhatTheirTestsSay() {
        assertThat(run("prometheus", "promtool", "check", "config", "prometheus.yml"))
                .contains("SUCCESS");
        assertThat(run("prometheus", "promtool", "test", "rules", "alerts.test.yml"))
                .contains("SUCCESS");
    }

    /** A rule that never fires is right in each test that expects nothing. */
    @Test
    void eachAlertIsSeenToFireAndNotTo() {
        Set<String> fired = new TreeSet<>();
        Set<String> silent = new TreeSet<>();
        for (Object test : list(yaml("prometheus/alerts.test.yml"), "tests")) {
            for (Object look : list(test, "alert_rule_test")) {
                (map(look).containsKey("exp_alerts") ? fired : silent)
                        .add(String.valueOf(map(look).get(ALERT + "name")));
            }
        }
        Set<String> all = DeployFile.alerts().stream()
                .map(alert -> String.valueOf(alert.get(ALERT)))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(fired).isEqualTo(all);
        assertThat(silent).isEqualTo(all);
    }

    @Test
    void theDashboardAsksWhatPrometheusUnderstands() throws IOException {
        List<String> asked = new ObjectMapper()
                .readTree(DeployFile.FOLDER.resolve("grafana/larkdesk.json").toFile())
                .findValuesAsText("expr");

        assertThat(checked(asked)).contains(asked.size() + " rules found");
        assertThatThrownBy(() -> checked(List.of("sum by (le) (rate(larkdesk_connections[1m])")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("unclosed");
    }

    private String checked(List<String> expressions) throws IOException {
        List<String> rules = new ArrayList<>(List.of("groups:", "- name: dashboard", "  rules:"));
        for (String expression : expressions) {
            rules.add("  - record: asked:" + rules.size());
            rules.add(
                    "    expr: " + new ObjectMapper().writeValueAsString(expression.replace("$__rate_interval", "1m")));
        }
        Path file = Files.write(folder.resolve("dashboard.yml"), rules);
        return run(
                "prometheus",
                "promtool",
                "check",
                "rules",
                file.toAbsolutePath().toString());
    }
}
