package io.larkdesk.app.deploy;

import static io.larkdesk.app.deploy.DeployFile.at;
import static io.larkdesk.app.deploy.DeployFile.list;
import static io.larkdesk.app.deploy.DeployFile.map;
import static io.larkdesk.app.deploy.DeployFile.run;
import static io.larkdesk.app.deploy.DeployFile.text;
import static io.larkdesk.app.deploy.DeployFile.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.config.Settings;
import io.micronaut.context.env.MapPropertySource;
import io.micronaut.context.env.PropertySourcePropertyResolver;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.value.PropertyResolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the files to deploy with say fits what the service does; their own tools find nothing wrong where there are some. */
class DeployTest {

    private static final Pattern SETTING = Pattern.compile("\\bLARKDESK_[A-Z_]+[A-Z]\\b");

    /** By the log's own file, and by tracing, which begins before all else. */
    private static final Set<String> READ_ELSEWHERE =
            Set.of("LARKDESK_LOG", "LARKDESK_LOG_LEVEL", "LARKDESK_TRACING_ENDPOINT");

    private static final Object DEPLOYMENT = yaml("kubernetes/deployment.yml");
    private static final String[] CONTAINER = {"spec", "template", "spec", "containers", "0"};
    private static final Object COMPOSE = yaml("compose/compose.yml");

    private static final Object KEYS = list(DEPLOYMENT, "spec", "template", "spec", "volumes").stream()
            .filter(volume -> at(volume, "name").equals("keys"))
            .findFirst()
            .orElseThrow();

    private static final Pattern NOT_FOUND = Pattern.compile("location \\^~ (\\S+) \\{\\s+return 404;");

    private static Object ofContainer(String... path) {
        return at(
                DEPLOYMENT, Stream.concat(Stream.of(CONTAINER), Stream.of(path)).toArray(String[]::new));
    }

    /** The settings that the manual has. Where some share a row, each but the first is one of several names: it ends as the row says. */
    private static List<Set<String>> manual() throws IOException {
        List<Set<String>> settings = new ArrayList<>();
        for (String row : Files.readAllLines(Path.of("../README.md"))) {
            if (row.startsWith("| `LARKDESK_")) {
                String[] cells = row.split("`", -1);
                settings.add(Set.of(cells[1]));
                for (int i = 3; i < cells.length && cells[i].startsWith("_"); i += 2) {
                    String end = cells[i];
                    String[] first = cells[1].split("_", -1);
                    settings.add(IntStream.range(1, first.length)
                            .mapToObj(keep -> Stream.of(first).limit(keep).collect(Collectors.joining("_")) + end)
                            .collect(Collectors.toSet()));
                }
            }
        }
        return settings;
    }

    private static Set<String> settings() throws IOException {
        return manual().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }

    /** A database and a bucket are given, so that all that belongs to them is asked for. */
    private static final class Asked implements PropertyResolver {

        private static final Map<String, String> GIVEN = Map.of(
                "larkdesk.db.url", "jdbc:postgresql://127.0.0.1/larkdesk",
                "larkdesk.attachments.s3.endpoint", "http://127.0.0.1:9000",
                "larkdesk.attachments.s3.bucket", "files",
                "larkdesk.attachments.s3.access-key", "key",
                "larkdesk.attachments.s3.secret-key", "secret");

        private final Set<String> names = new TreeSet<>();

        @Override
        public boolean containsProperty(String name) {
            return GIVEN.containsKey(name);
        }

        @Override
        public boolean containsProperties(String name) {
            return false;
        }

        @Override
        public <T> Optional<T> getProperty(String name, ArgumentConversionContext<T> context) {
            names.add(name);
            return Optional.ofNullable(GIVEN.get(name))
                    .map(context.getArgument().getType()::cast);
        }

        @Override
        public Collection<List<String>> getPropertyPathMatches(String path) {
            return List.of();
        }
    }

    /** What the service reads, as variables of its environment. */
    private static Set<String> read() {
        Asked asked = new Asked();
        Settings.read(asked);
        return Stream.concat(READ_ELSEWHERE.stream(), asked.names.stream().map(name -> name.replaceAll("[.-]", "_")
                        .toUpperCase(Locale.ROOT)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theManualHasEachSettingAndNoneBesides() throws IOException {
        Set<String> read = read();
        assertThat(settings()).containsAll(read);
        assertThat(manual()).allSatisfy(names -> assertThat(names).containsAnyElementsOf(read));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "systemd/larkdesk.service",
                "kubernetes/settings.yml",
                "kubernetes/deployment.yml",
                "README.md",
                "compose/compose.yml",
                "nginx.conf"
            })
    void onlySettingsAreSetThatThereAre(String file) throws IOException {
        Set<String> known = settings();
        // The image's own, for roles.sh and for the settings above it
        known.addAll(Set.of("LARKDESK_HOST", "LARKDESK_OWNER_PASSWORD", "LARKDESK_SERVING_PASSWORD"));
        assertThat(SETTING.matcher(text(file)).results().map(found -> found.group()))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(known).contains(name));
    }

    private static Settings read(Map<String, Object> environment) {
        return Settings.read(new PropertySourcePropertyResolver(new MapPropertySource("environment", environment) {
            @Override
            public PropertyConvention getConvention() {
                return PropertyConvention.ENVIRONMENT_VARIABLE;
            }
        }));
    }

    @Test
    void whatKubernetesAsksIsThereAndFitsTogether() {
        Map<String, Object> environment = map(at(yaml("kubernetes/settings.yml"), "data"));
        Settings settings = read(environment);
        assertThat(list(DEPLOYMENT, "spec", "template", "spec", "containers").size())
                .isEqualTo(1);
        assertThat(ofContainer("ports", "0", "containerPort")).isEqualTo(settings.port());
        String name = String.valueOf(ofContainer("ports", "0", "name"));
        for (String probe : List.of("startupProbe", "readinessProbe", "livenessProbe")) {
            assertThat(ofContainer(probe, "httpGet", "port")).isEqualTo(name);
            assertThat(String.valueOf(ofContainer(probe, "httpGet", "path")))
                    .isEqualTo(probe.equals("livenessProbe") ? "/health/liveness" : "/health/readiness");
        }
        Object service = yaml("kubernetes/service.yml");
        assertThat(at(service, "spec", "ports", "0", "targetPort")).isEqualTo(name);
        Object ingress = yaml("kubernetes/ingress.yml");
        assertThat(at(ingress, "spec", "rules", "0", "http", "paths", "0", "backend", "service", "name"))
                .isEqualTo(at(service, "metadata", "name"));
        assertThat(at(ingress, "spec", "rules", "0", "host"))
                .isEqualTo(settings.publicUrl().getHost());
        Object labels = at(DEPLOYMENT, "spec", "template", "metadata", "labels");
        assertThat(List.of(
                        at(service, "spec", "selector"),
                        at(DEPLOYMENT, "spec", "selector", "matchLabels"),
                        at(yaml("kubernetes/disruption-budget.yml"), "spec", "selector", "matchLabels"),
                        at(yaml("kubernetes/network-policy.yml"), "spec", "podSelector", "matchLabels")))
                .containsOnly(labels);
    }

    @Test
    void allOfKubernetesIsApplied() throws IOException {
        try (Stream<Path> files = Files.list(DeployFile.FOLDER.resolve("kubernetes"))) {
            assertThat(list(yaml("kubernetes/kustomization.yaml"), "resources").stream()
                            .map(String::valueOf))
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> !name.equals("kustomization.yaml"))
                                    .toList());
        }
    }

    @Test
    void kubernetesKeepsInsideWhatNginxDoes() {
        Object inside = at(yaml("kubernetes/ingress-inside.yml"), "spec", "rules", "0");
        Object outside = at(yaml("kubernetes/ingress.yml"), "spec", "rules", "0");
        assertThat(at(inside, "host")).isEqualTo(at(outside, "host"));
        assertThat(list(inside, "http", "paths")).allSatisfy(path -> assertThat(at(path, "backend"))
                .isEqualTo(at(outside, "http", "paths", "0", "backend")));
        assertThat(list(inside, "http", "paths").stream().map(path -> at(path, "path")))
                .containsExactlyInAnyOrderElementsOf(NOT_FOUND
                        .matcher(text("nginx.conf"))
                        .results()
                        .map(found -> found.group(1))
                        .toList())
                .isNotEmpty();
    }

    /** {@link io.larkdesk.app.secrets.MasterKeys} refuses a file that others can read. */
    @Test
    void kubernetesGivesTheKeysToTheServiceAlone() {
        int mode = (int) at(KEYS, "secret", "defaultMode");
        assertThat(mode & 0007).as("for others").isZero();
        assertThat(mode & 0040).as("for the group of fsGroup").isNotZero();
    }

    @Test
    void theDatabaseShowsWhoItIs() throws IOException {
        assertThat(String.valueOf(at(yaml("kubernetes/settings.yml"), "data", "LARKDESK_DB_URL")))
                .contains("sslmode=verify-full");
        assertThat(Files.readString(Path.of("../README.md"))).contains("/larkdesk?sslmode=verify-full");
    }

    @Test
    void theManualMakesWhatTheFilesAskFor() {
        String manual = text("README.md");
        Object image = at(yaml("kubernetes/kustomization.yaml"), "images", "0");
        Object secrets = at(KEYS, "secret", "secretName");
        assertThat(manual)
                .contains("bin/image eclipse-temurin@sha256:… " + at(COMPOSE, "services", "larkdesk-1", "image") + "\n")
                .contains("docker push " + at(image, "newName") + ":" + at(image, "newTag") + "\n")
                .contains(
                        "create secret generic " + secrets + " --from-file=" + at(KEYS, "secret", "items", "0", "key"))
                .contains("create secret tls " + at(yaml("kubernetes/ingress.yml"), "spec", "tls", "0", "secretName"));
        assertThat((List<?>) ofContainer("env"))
                .isNotEmpty()
                .extracting(variable -> at(variable, "valueFrom", "secretKeyRef"))
                .allSatisfy(reference -> {
                    assertThat(at(reference, "name")).isEqualTo(secrets);
                    assertThat(manual).contains("--from-literal=" + at(reference, "key") + "=");
                });
    }

    @Test
    void nodesAreReplacedWithoutAGap() {
        Settings settings = read(map(at(yaml("kubernetes/settings.yml"), "data")));
        assertThat(at(DEPLOYMENT, "spec", "strategy", "rollingUpdate", "maxUnavailable"))
                .isEqualTo(0);
        assertThat((int) at(DEPLOYMENT, "spec", "replicas"))
                .isGreaterThan((int) at(yaml("kubernetes/disruption-budget.yml"), "spec", "minAvailable"));
        int seen = (int) ofContainer("readinessProbe", "periodSeconds")
                * ((int) ofContainer("readinessProbe", "failureThreshold") + 1);
        assertThat(settings.drain()).as("seen not to be ready before it stops").isGreaterThan(Duration.ofSeconds(seen));
        assertThat((int) at(DEPLOYMENT, "spec", "template", "spec", "terminationGracePeriodSeconds"))
                .isGreaterThan((int) settings.drain().toSeconds() + 20);
        assertThat((int) ofContainer("startupProbe", "periodSeconds")
                        * (int) ofContainer("startupProbe", "failureThreshold"))
                .as("longer than a migration waits for locks")
                .isGreaterThan(150);
    }

    @Test
    void thereIsNothingThatAContainerDoesNotNeed() {
        assertThat(map(ofContainer("securityContext")))
                .containsEntry("readOnlyRootFilesystem", true)
                .containsEntry("allowPrivilegeEscalation", false);
        assertThat(ofContainer("securityContext", "capabilities", "drop")).isEqualTo(List.of("ALL"));
        assertThat(at(DEPLOYMENT, "spec", "template", "spec", "securityContext", "runAsNonRoot"))
                .isEqualTo(true);
        Set<?> written = list(
                        DEPLOYMENT,
                        Stream.concat(Stream.of(CONTAINER), Stream.of("volumeMounts"))
                                .toArray(String[]::new))
                .stream()
                .map(mount -> at(mount, "mountPath"))
                .collect(Collectors.toSet());
        Map<String, Object> data = map(at(yaml("kubernetes/settings.yml"), "data"));
        assertThat(written.contains(data.get("LARKDESK_DATA"))).isTrue();
        assertThat(written.contains("/tmp")).isTrue();
        assertThat(written.contains("/etc/larkdesk")).isTrue();
    }

    @Test
    void composeHasTwoNodesThatAreAlikeBehindNginx() {
        assertThat(at(COMPOSE, "services", "larkdesk-2")).isEqualTo(at(COMPOSE, "services", "larkdesk-1"));
        Map<String, Object> environment = new HashMap<>(map(at(COMPOSE, "services", "larkdesk-1", "environment")));
        environment.put("LARKDESK_PUBLIC_URL", "https://desk.example.com");
        Settings settings = read(environment);
        String nginx = text("nginx.conf");
        for (String node : List.of("larkdesk-1", "larkdesk-2")) {
            assertThat(map(at(COMPOSE, "services"))).containsKey(node);
            assertThat(nginx).contains("server " + node + ":" + settings.port() + " ");
            assertThat(text("prometheus/prometheus.yml")).contains("\"" + node + ":" + settings.port() + "\"");
        }
        String roles = text("compose/roles.sh");
        assertThat(roles)
                .contains("create role " + environment.get("LARKDESK_DB_USER") + " login")
                .contains("create role " + environment.get("LARKDESK_DB_OWNER_USER") + " login");
    }

    private static String lineOfUnit(String start) {
        return text("systemd/larkdesk.service")
                .lines()
                .filter(line -> line.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    /** PostgreSQL's tools want to know a name, and commands are run as that user while the service is stopped. */
    @Test
    void systemdRunsTheServiceAsAUserWhoStays() {
        String user = lineOfUnit("User=").substring("User=".length());
        String made = lineOfUnit("#   useradd ").substring("#   ".length());
        assertThat(made).endsWith(" " + user);
        assertThat(text("systemd/larkdesk.service")).doesNotContain("DynamicUser");
        assertThat(text("README.md")).contains("\n" + made + "\n", " --uid=" + user + " ");
    }

    @Test
    void systemdUnderstandsItsUnitAndFindsItHardened() {
        // Of other units of this machine it speaks too
        assertThat(run("systemd", "systemd-analyze", "verify", "./larkdesk.service")
                        .lines()
                        .filter(line -> line.contains("larkdesk")))
                .isEmpty();
        run("systemd", "systemd-analyze", "security", "--offline=true", "--threshold=20", "./larkdesk.service");
    }
}
