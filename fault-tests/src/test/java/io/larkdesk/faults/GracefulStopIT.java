package io.larkdesk.faults;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The service is asked to stop while reminders are under way and pages are open. */
@Tag("timed")
class GracefulStopIT {

    private static final int SIGTERM = 15;
    private static final String HELD = "permit where reminder_id is not null";

    private Deployment desk;

    @BeforeEach
    void start() {
        desk = Deployment.start(new Scene(20), 1);
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void whatIsUnderWayIsFinished() throws InterruptedException {
        List<Colleague> people = desk.signInAll();
        Node node = desk.node(0);
        desk.sandbox().spoilCards(100, "\"delay_ms\": 1500");
        try (Follower page = Follower.start(people.get(0), desk.urls());
                Writers writers = Writers.start(people, 20, 4)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> desk.database().count(HELD) >= 5);
            await().atMost(Duration.ofSeconds(30)).until(page::isConnected);
            writers.stop();
            int saidBefore = node.program().lines().size();
            Instant asked = Instant.now();

            int status = node.program().stop();

            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(20));
            assertThat(status).isEqualTo(128 + SIGTERM);
            assertThat(desk.database().count(HELD)).isZero();
            assertThat(desk.database().count("mention where reminder_id is not null and decided_at is null"))
                    .isZero();
            assertThat(node.errors()).isEmpty();
            assertThat(node.program().lines().stream().skip(saidBefore)).noneMatch(line -> line.contains(" WARN "));
        }
    }

    /** As a proxy has it: a connection that is kept, on which a request is sent just when the node stops. */
    @Test
    void nobodyCanConnectAnyMoreBeforeOpenConnectionsEnd() throws Exception {
        Node node = desk.node(0);
        ExecutorService operator = Executors.newSingleThreadExecutor();
        try (Socket kept = new Socket(node.url().getHost(), node.url().getPort())) {
            assertThat(ask(kept)).startsWith("HTTP/1.1 200").doesNotContainIgnoringCase("connection: close");
            Future<Integer> stopped = operator.submit(() -> node.program().stop());

            await().pollInterval(Duration.ofMillis(10))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> isRefused(node));

            assertThat(ask(kept)).startsWith("HTTP/1.1 200").containsIgnoringCase("connection: close");
            assertThat(stopped.get()).isEqualTo(128 + SIGTERM);
        } finally {
            operator.shutdownNow();
        }
    }

    private static boolean isRefused(Node node) throws IOException {
        try (Socket socket = new Socket(node.url().getHost(), node.url().getPort())) {
            return !socket.isConnected();
        } catch (ConnectException e) {
            return true;
        }
    }

    /** The head of the answer. */
    private static String ask(Socket connection) throws IOException {
        connection.setSoTimeout(10_000);
        connection.getOutputStream().write("GET /health/liveness HTTP/1.1\r\nHost: node\r\n\r\n".getBytes(US_ASCII));
        BufferedReader answer = new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
        StringBuilder head = new StringBuilder();
        for (String line = answer.readLine(); line != null && !line.isEmpty(); line = answer.readLine()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }
}
