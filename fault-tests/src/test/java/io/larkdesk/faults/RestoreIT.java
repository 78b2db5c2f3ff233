package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.larkdesk.testkit.Effort;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A backup is made and restored as the manual says, with people at work before, between and after. Lark has the truth about what was sent.
 * Beside their messages there are as many of others as come to a gigabyte at effort 200.
 */
class RestoreIT {

    private static final Logger LOG = LoggerFactory.getLogger(RestoreIT.class);
    private static final Scene SCENE = new Scene(3);
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int MESSAGES_OF_OTHERS = Effort.of(10_000);

    /** A restored dump is at work again by then, also one of a gigabyte. */
    private static final Duration RESTORED = Duration.ofMinutes(5);

    private static final String WRITE_OF_OTHERS = """
            insert into message (tenant_id, group_id, seq, revision, posted_at, kind, author_tenant_id, author_id, client_id, body)
            select tenant_id, md5((n / 1000)::text)::uuid, 1 + n %% 1000, 1 + n %% 1000, now() - n * interval '1 second', 'WORDS',
                tenant_id, person_id, gen_random_uuid(), md5(n::text) || repeat(' and so on', 15)
            from generate_series(1, %d) n, (select tenant_id, person_id from person limit 1) author""";

    /** By then whatever was to be sent would have been: the window, and a look for work. */
    private static final Duration SILENCE = Duration.ofSeconds(5);

    /** The same, and a look at the fence before it. */
    private static final Duration LONGER_SILENCE = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    private final URI url = URI.create("http://127.0.0.1:" + Program.freePort());
    private Sandbox sandbox;
    private final List<Node> nodes = new ArrayList<>();

    /** What was told, shown and given before the backup was restored. */
    private record Past(Colleague author, String address, String position, String code) {}

    @BeforeEach
    void startLark() throws IOException {
        // the server may run as somebody else than we do
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        sandbox = Sandbox.start(SCENE.writeLark(folder, url));
    }

    @AfterEach
    void stop() {
        nodes.forEach(node -> node.program().stop());
        sandbox.close();
    }

    private Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "LARKDESK_PORT", Integer.toString(url.getPort()),
                "LARKDESK_PUBLIC_URL", url.toString(),
                "LARKDESK_DATA", folder.resolve("data").toString(),
                "LARKDESK_MASTER_KEY_FILE", folder.resolve("master-key.json").toString(),
                "LARKDESK_LARK_BASE_URL", sandbox.url(),
                "LARKDESK_REMINDER_WINDOW", "PT3S",
                "LARKDESK_REMINDER_GRACE", "PT0.1S",
                "LARKDESK_BOOTSTRAP_FILE", SCENE.writeBootstrap(folder).toString()));
        settings.putAll(more);
        return settings;
    }

    @Test
    void aDumpAndABaseBackupOfARunningDatabase() throws IOException {
        try (OwnServer server = OwnServer.start(folder.resolve("postgres"))) {
            Map<String, String> settings = settings(Map.of(
                    "LARKDESK_DB_URL", server.url(),
                    "LARKDESK_DB_USER", OwnServer.SERVING,
                    "LARKDESK_DB_OWNER_USER", OwnServer.OWNER));
            Map<String, String> environment = new HashMap<>(settings);
            environment.putAll(server.variables());
            Operator operator = new Operator(folder, environment, server.programs(), true);
            start(settings);
            server.execute(WRITE_OF_OTHERS.formatted(MESSAGES_OF_OTHERS));
            Past past = work(() -> {
                operator.does("backup-dump");
                operator.does("backup-base");
                operator.does("backup-audit");
            });

            theOwnerCanGoOnAfterASuperuserRestored(operator);

            Instant began = Instant.now();
            operator.does("restore-dump");
            start();
            Duration restored = Duration.between(began, Instant.now());
            LOG.info("{} restored from a dump and at work, in {}", server.size(), restored);
            assertThat(restored).isLessThan(RESTORED);
            nothingOfBeforeIsToldAgain(past);

            node().program().kill();
            operator.does("restore-base");
            start();
            nothingOfBeforeIsToldAgain(past);
            assertThat(operator.does("backup-audit")).contains("as it was written");

            node().program().stop();
            aCopyIsFenced(operator, server, settings);
        }
    }

    @Test
    void theDataFolderOfTheEmbeddedDatabase() throws IOException {
        Map<String, String> settings = settings(Map.of());
        Operator operator = new Operator(folder, settings, Path.of("/usr/bin"), false);
        start(settings);
        Past past = work(() -> {
            node().program().stop();
            operator.does("backup-embedded");
            start();
        });
        node().program().stop();

        operator.does("restore-embedded");
        start();
        nothingOfBeforeIsToldAgain(past);

        node().program().stop();
        operator.does("restore-embedded");
        start();
        allIsToldAgainWhereNothingIsDropped();
    }

    /** The control: what waits in the backup goes out once more if it may. */
    private void allIsToldAgainWhereNothingIsDropped() throws IOException {
        int before = arrivals();
        Administrator.signIn(List.of(url)).send();

        await().atMost(LONGEST).until(() -> arrivals() > before);
    }

    private void start(Map<String, String> settings) {
        nodes.add(new Node(url, settings));
        start();
    }

    private void start() {
        node().start();
        node().awaitUp();
    }

    private Node node() {
        return nodes.get(nodes.size() - 1);
    }

    private Colleague signIn(int person) {
        return Colleague.signIn(SCENE.openIds().get(person), List.of(url));
    }

    /** People write, page and invite while Lark takes nothing, so that the backup has what is still to be told; then it is told. */
    private Past work(Runnable backUp) throws IOException {
        Colleague reader = signIn(1);
        Colleague author = signIn(0);
        sandbox.spoilCards(10_000, "\"status\": 503");
        author.say(UUID.randomUUID(), "Before the backup, <@" + reader.id() + ">");
        String ticket = author.declareEmergency("Orders are gone");
        Colleague.Link link = author.at(ticket).invite();
        // not into the reminder that is under way, but into the next one
        Workday.pause(Duration.ofSeconds(2));
        author.say(UUID.randomUUID(), "Still before it, <@" + reader.id() + ">");

        backUp.run();

        sandbox.heal();
        Colleague again = signIn(0).at(author.address());
        String position = follow(again, again.position(), () -> again.say(UUID.randomUUID(), "After the backup"));
        again.at(ticket).revoke(link.invite());
        await().atMost(LONGEST).until(() -> toldOpenIds().containsAll(Set.of(reader.openId(), "ou_amara", "ou_bruno")));
        if (node().program().isAlive()) {
            node().program().kill();
        }
        return new Past(again, author.address(), position, link.code());
    }

    private Set<String> toldOpenIds() {
        return sandbox.arrivals().stream().map(Sandbox.Arrival::openId).collect(Collectors.toSet());
    }

    private int arrivals() {
        return sandbox.arrivals().stream()
                .mapToInt(arrival -> 1 + arrival.repeats())
                .sum();
    }

    private void nothingOfBeforeIsToldAgain(Past past) throws IOException {
        int before = arrivals();
        Colleague author = signIn(0).at(past.address());
        Colleague guest = signIn(2);
        Administrator administrator = Administrator.signIn(List.of(url));
        assertThat(author.page()).contains("Before the backup").doesNotContain("After the backup");
        assertThat(author.trySaying("While it is raised")).isEqualTo(503);
        assertThat(guest.join(past.code())).isEqualTo(503);
        assertThat(administrator.page("/console/fence")).contains("Person 002", "Amara Diallo", "Bruno Costa");
        Workday.pause(SILENCE);
        assertThat(arrivals()).as("told while the fence is raised").isEqualTo(before);

        administrator.drop();
        await().atMost(LONGEST).until(() -> author.trySaying("Now it goes on") == 200);
        assertThat(past.author().trySaying("Am I still in?"))
                .as("a session of before")
                .isEqualTo(401);
        assertThat(guest.join(past.code())).as("an invite that was revoked").isEqualTo(410);
        assertThat(eventsUntilTheEnd(author, past.position())).contains("event: reset");
        Colleague reloaded = author.at(past.address());
        String position = follow(reloaded, reloaded.position(), () -> reloaded.say(UUID.randomUUID(), "Another one"));
        assertThat(position).as("a position that was given before").isNotEqualTo(past.position());
        Workday.pause(LONGER_SILENCE);
        assertThat(arrivals()).as("told after it was dropped").isEqualTo(before);
        assertThat(administrator.page("/console/reminders")).contains("a backup was restored");

        author.say(UUID.randomUUID(), "Something new, <@" + guest.id() + ">");
        await().atMost(LONGEST).until(() -> arrivals() == before + 1);
        LOG.info("0 of {} cards came again, 1 new one came; position {} after {}", before, position, past.position());
    }

    /** Where a page is that has got what {@code said} says. */
    private String follow(Colleague reader, String position, Said said) throws IOException {
        try (Follower follower = Follower.start(reader, List.of(url))) {
            await().atMost(LONGEST).until(follower::isConnected);
            said.say();
            await().atMost(LONGEST).until(() -> !follower.position().equals(position));
            return follower.position();
        }
    }

    @FunctionalInterface
    private interface Said {
        void say() throws IOException;
    }

    private List<String> eventsUntilTheEnd(Colleague reader, String position) throws IOException {
        HttpResponse<InputStream> stream = reader.stream(url, position);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        }
    }

    /** As a migration does. Nothing is left of it but the restored database. */
    private void theOwnerCanGoOnAfterASuperuserRestored(Operator operator) {
        Path said = folder.resolve("superuser.log");
        assertThat(operator.tries("export PGUSER=postgres\n" + Manual.commands("restore-dump"), said))
                .isZero();
        assertThat(operator.tries("psql --command='create table later ()' && dropdb larkdesk-before", said))
                .isZero();
    }

    /** Also if nobody says so: a database that is another one than before. */
    private void aCopyIsFenced(Operator operator, OwnServer server, Map<String, String> settings) throws IOException {
        assertThat(operator.tries("createdb --template=larkdesk copy", folder.resolve("copy.log")))
                .isZero();
        Map<String, String> copied = new HashMap<>(settings);
        copied.put("LARKDESK_DB_URL", server.url().replace("/larkdesk", "/copy"));
        start(copied);
        assertThat(node().program().lines()).anyMatch(line -> line.contains("another one than before"));
        assertThat(Administrator.signIn(List.of(url)).page("/console/fence"))
                .contains("The database is another one than before");
    }
}
