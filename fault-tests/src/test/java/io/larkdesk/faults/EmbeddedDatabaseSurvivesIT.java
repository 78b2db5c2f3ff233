package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.larkdesk.testkit.Effort;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service on the PostgreSQL that it brings along, and nothing else. 5,000 messages over 20 deaths are effort 10. */
class EmbeddedDatabaseSurvivesIT {

    private static final int PEOPLE = 8;
    private static final Scene SCENE = new Scene(PEOPLE);
    private static final int DEATHS = Effort.of(2);
    private static final int MESSAGES_OF_A_LIFE = 250;
    private static final int PACE = 60;
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Random RANDOM = Seed.of(EmbeddedDatabaseSurvivesIT.class);

    @TempDir
    private Path folder;

    private Sandbox sandbox;
    private Node node;

    @BeforeEach
    void start() throws IOException {
        // the server may run as somebody else than we do
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        URI url = newAddress();
        sandbox = Sandbox.start(SCENE.writeLark(folder, url));
        node = new Node(url, settings(url));
        node.start();
        node.awaitUp();
    }

    @AfterEach
    void stop() {
        node.program().stop();
        sandbox.close();
    }

    private static URI newAddress() {
        return URI.create("http://127.0.0.1:" + Program.freePort());
    }

    private Map<String, String> settings(URI url) {
        return Map.of(
                "LARKDESK_PORT", Integer.toString(url.getPort()),
                "LARKDESK_PUBLIC_URL", url.toString(),
                "LARKDESK_DATA", data().toString(),
                "LARKDESK_LARK_BASE_URL", sandbox.url(),
                "LARKDESK_BOOTSTRAP_FILE", SCENE.writeBootstrap(folder).toString(),
                // Tests are faster than people
                "LARKDESK_LIMITS_PERSON", "1000000",
                "LARKDESK_LIMITS_TENANT", "1000000");
    }

    private Path data() {
        return folder.resolve("data");
    }

    /** The servers that run on {@code data}, whoever started them. */
    private static List<Long> servers(Path data) {
        String postgres = data.resolve("postgres").toString();
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().command().orElse("").endsWith("/postgres"))
                .filter(process -> List.of(process.info().arguments().orElse(new String[0]))
                        .contains(postgres))
                .map(ProcessHandle::pid)
                .toList();
    }

    private long postmaster() throws IOException {
        List<String> lines = Files.readAllLines(data().resolve("postgres/postmaster.pid"));
        return Long.parseLong(lines.get(0).strip());
    }

    @Test
    void whatWasSaidIsThereAfterTheServiceWasKilled() throws IOException {
        Colleague author = Colleague.signIn("ou_001", List.of(node.url()));
        UUID clientId = UUID.randomUUID();
        long seq = author.say(clientId, "Remember me");
        long before = postmaster();

        node.program().kill();
        node.start();
        node.awaitUp();

        assertThat(servers(data())).containsExactly(postmaster()).doesNotContain(before);
        assertThat(author.say(clientId, "Remember me")).isEqualTo(seq);
        assertThat(Colleague.signIn("ou_002", List.of(node.url())).page()).contains("Remember me");
        node.program().stop();
        assertThat(servers(data())).isEmpty();
    }

    /** With its server or without it, while people write and send again what broke off. */
    @Test
    void nothingThatWasAcknowledgedIsLostHoweverOftenTheServiceIsKilled() throws Exception {
        List<Colleague> people = new ArrayList<>();
        for (String openId : SCENE.openIds()) {
            people.add(Colleague.signIn(openId, List.of(node.url())));
        }
        Map<UUID, Long> said;
        try (Writers writers = Writers.start(people, DEATHS * MESSAGES_OF_A_LIFE, RANDOM.nextLong(), PACE)) {
            for (int death = 0; death < DEATHS; death++) {
                int before = death * MESSAGES_OF_A_LIFE + RANDOM.nextInt(MESSAGES_OF_A_LIFE);
                await().atMost(LONGEST).until(() -> writers.count() > before);
                if (RANDOM.nextBoolean()) {
                    ProcessHandle.of(postmaster()).ifPresent(ProcessHandle::destroyForcibly);
                }
                node.program().kill();
                node.start();
                node.awaitUp();
            }
            said = writers.finish(LONGEST);
        }

        // a number that was lost would have been given again
        long last = Collections.max(said.values());
        assertThat(said.values())
                .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(last - said.size() + 1, last)
                        .boxed()
                        .toList());
        try (Follower page = Follower.start(people.get(0), List.of(node.url()))) {
            page.hasEachMessageUpTo(last, LONGEST);
        }
    }

    @Test
    void aSecondServiceIsKeptOut() {
        URI url = newAddress();
        Program second = Program.start(Program.SERVICE, settings(url));

        assertThat(second.exitStatus()).isEqualTo(1);

        assertThat(second.lines()).singleElement().asString().contains("LARKDESK_DATA", "another service");
        assertThat(servers(data())).hasSize(1);
    }

    @Test
    void whoeverCannotListenLeavesNoServerBehind() {
        Path data = folder.resolve("elsewhere");
        Map<String, String> settings = new HashMap<>(settings(node.url()));
        settings.put("LARKDESK_DATA", data.toString());
        Program second = Program.start(Program.SERVICE, settings);

        assertThat(second.exitStatus()).isEqualTo(1);

        assertThat(second.errors()).singleElement().asString().contains("LARKDESK_PORT");
        assertThat(servers(data)).isEmpty();
    }
}
