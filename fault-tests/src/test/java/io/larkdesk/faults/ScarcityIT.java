package io.larkdesk.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that has too little of what its machine gives is not there half: it ends, or lets nobody in until there is enough. */
class ScarcityIT {

    private static final int WITHOUT_MEMORY = 3;
    private static final int SPARE_FILES = 10;
    private static final int VISITORS = 60;
    private static final int PATIENCE_MILLIS = 3_000;
    private static final int LONG_PATIENCE_MILLIS = 20_000;

    @Test
    void withoutMemoryItEnds(@TempDir Path folder) {
        try (Deployment desk = Deployment.prepare(new Scene(2), 1, Map.of())) {
            Node node = desk.node(0);

            node.launch(Map.of("LARKDESK_ARCHIVE", folder.resolve("classes.jsa").toString(), "JAVA_OPTS", "-Xmx24m"));

            assertThat(node.program().exitStatus()).isEqualTo(WITHOUT_MEMORY);
        }
    }

    @Test
    void withoutFilesItServesWhoeverIsConnectedAndOthersWhenThereAreSomeAgain() throws IOException {
        try (Deployment desk = Deployment.start(new Scene(2), 1)) {
            Colleague ann = desk.signInAll().get(0);
            Node node = desk.node(0);
            List<Socket> visitors = new ArrayList<>();
            try (Socket kept = connect(node)) {
                kept.setSoTimeout(LONG_PATIENCE_MILLIS);
                assertThat(askForReadiness(kept)).startsWith("HTTP/1.1 200");
                Command.run(
                        "prlimit", "--pid=" + node.program().pid(), "--nofile=" + (files(node) + SPARE_FILES) + ":");

                for (int i = 0; i < VISITORS; i++) {
                    visitors.add(connect(node));
                }

                assertThat(askForReadiness(kept)).startsWith("HTTP/1.1 200");
                assertThatThrownBy(() -> askForReadiness(visitors.get(VISITORS - 1)))
                        .isInstanceOf(SocketTimeoutException.class);
            } finally {
                for (Socket visitor : visitors) {
                    visitor.close();
                }
            }

            await().atMost(Duration.ofSeconds(30)).until(node::isReady);
            long place = ann.say(UUID.randomUUID(), "There is room again");
            assertThat(desk.database().count("message where body = 'There is room again' and seq = " + place))
                    .isEqualTo(1);
            assertThat(node.errors()).isEmpty();
        }
    }

    private static Socket connect(Node node) throws IOException {
        Socket socket = new Socket(node.url().getHost(), node.url().getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private static long files(Node node) throws IOException {
        try (Stream<Path> files =
                Files.list(Path.of("/proc", Long.toString(node.program().pid()), "fd"))) {
            return files.count();
        }
    }

    /** The answer, of which all comes at once. */
    private static String askForReadiness(Socket connection) throws IOException {
        connection.getOutputStream().write("GET /health/readiness HTTP/1.1\r\nHost: node\r\n\r\n".getBytes(US_ASCII));
        byte[] answer = new byte[4096];
        int length = connection.getInputStream().read(answer);
        return new String(answer, 0, Math.max(0, length), US_ASCII);
    }
}
