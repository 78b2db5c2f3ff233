package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The service on the PostgreSQL that it brings along, and nothing else. */
class EmbeddedDatabaseSurvivesIT {

    private static final Scene SCENE = new Scene(2);

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
                "LARKDESK_BOOTSTRAP_FILE", Scene.writeBootstrap(folder).toString());
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
