package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key that seals secrets is changed as the manual says, while people are at work on two nodes. */
class KeyRotationIT {

    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final int MESSAGES = 150;
    private static final String KEYS = "encode(substring(decode(secret, 'base64') from 2 for 4), 'hex')";

    @TempDir
    private Path folder;

    private static List<String> keysInUse(Deployment desk) {
        return desk.database().list("select distinct " + KEYS + " from tenant", row -> row.getString(1));
    }

    /** As if its keys had been changed {@code ago}. */
    private static void changed(Path file, Duration ago) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(ago)));
    }

    @Test
    void noSendFailsAndNothingIsLeftUnderTheOldKey() throws Exception {
        try (Deployment desk = Deployment.start(new Scene(12), 2)) {
            Path file =
                    Path.of(desk.settings().getOrDefault("LARKDESK_DATA", "")).resolve("master-key.json");
            Path before = Files.copy(file, folder.resolve("before.json"));
            Operator operator = new Operator(folder, desk.settings(), Path.of("/usr/bin"), false);
            List<Colleague> people = desk.signInAll();
            List<String> oldKeys = keysInUse(desk);
            try (Follower page = Follower.start(people.get(0), desk.urls());
                    Writers writers = Writers.start(people, MESSAGES, 6)) {
                operator.does("rotate-add");
                operator.does("rotate-use");
                await().atMost(LONGEST)
                        .until(() -> desk.nodes().stream().allMatch(node -> node.program().lines().stream()
                                .anyMatch(line -> line.contains("remove-keys"))));
                changed(file, Duration.ZERO);
                assertThat(operator.tries(Manual.commands("rotate-remove"), folder.resolve("refused.log")))
                        .as("in the first minute")
                        .isEqualTo(1);
                changed(file, Duration.ofSeconds(90));
                operator.does("rotate-remove");
                new Laws(desk, people).hold(writers.finish(LONGEST), LONGEST, page);
            }
            assertThat(desk.nodes())
                    .flatExtracting(node -> node.program().lines())
                    .noneMatch(line -> line.contains("the App Secret cannot be opened"));
            assertThat(keysInUse(desk)).hasSize(1).doesNotContainAnyElementsOf(oldKeys);
            aNodeWithoutTheKeyIsNotReady(desk, before);
            assertThat(keysInUse(desk)).hasSize(1).doesNotContainAnyElementsOf(oldKeys);
        }
    }

    private static void aNodeWithoutTheKeyIsNotReady(Deployment desk, Path keys) throws IOException {
        try (Node behind = desk.otherNode(Map.of("LARKDESK_MASTER_KEY_FILE", keys.toString()))) {
            behind.start();
            await().atMost(LONGEST).until(() -> readiness(behind).contains("sealedWithMissingKeys"));
            assertThat(behind.isUp()).isFalse();
            assertThat(behind.errors()).singleElement().asString().contains("this node is not ready");
        }
    }

    private static String readiness(Node node) {
        try {
            return Web.send(HttpRequest.newBuilder(node.url().resolve("/health/readiness")))
                    .body();
        } catch (IOException notYet) {
            return "";
        }
    }
}
