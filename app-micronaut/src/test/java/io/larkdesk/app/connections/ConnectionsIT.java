package io.larkdesk.app.connections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.app.TestBrowser;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What people notice of connections by which others hold the service up: nothing. */
class ConnectionsIT {

    private static final Duration SOON = Duration.ofSeconds(1);
    private static final String HEAD = "GET /lark/cli_harbour HTTP/1.1\r\nHost: desk.example\r\nX-Drip: ";
    private static final String BODY = """
            POST /console/setup HTTP/1.1\r
            Host: desk.example\r
            Content-Type: application/x-www-form-urlencoded\r
            Content-Length: 1000\r
            \r
            """;
    private static final String CLOSED = "larkdesk.connections.closed";

    private final List<SocketChannel> connections = new ArrayList<>();
    private RunningDesk desk = RunningDesk.start(Map.of());

    @AfterEach
    void stop() throws IOException {
        for (SocketChannel connection : connections) {
            connection.close();
        }
        desk.close();
    }

    private SocketChannel connect() {
        try {
            SocketChannel connection = SocketChannel.open();
            connections.add(connection);
            connection.setOption(StandardSocketOptions.SO_RCVBUF, 4_096);
            connection.connect(address());
            return connection;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private InetSocketAddress address() {
        return new InetSocketAddress(
                InetAddress.getLoopbackAddress(),
                desk.node().bean(EmbeddedServer.class).getPort());
    }

    private static void write(SocketChannel connection, String text) throws IOException {
        connection.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Whether the other end has closed {@code connection}, which does not block. */
    private static boolean isOver(SocketChannel connection) {
        try {
            return connection.read(ByteBuffer.allocate(8_192)) < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    private double closed(String why) {
        return desk.node().bean(MeterRegistry.class).counter(CLOSED, "why", why).count();
    }

    @Test
    void aThousandConnectionsOnWhichRequestsDripAreClosedAndKeepNobodyWaiting() throws IOException {
        for (int i = 0; i < 1_000; i++) {
            SocketChannel connection = connect();
            write(connection, i % 2 == 0 ? HEAD : BODY);
            connection.configureBlocking(false);
        }
        Instant began = Instant.now();
        TestBrowser honest = new TestBrowser(desk.node());
        List<Duration> took = new ArrayList<>();

        await().atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    Instant asked = Instant.now();
                    assertThat(honest.get("/lark/cli_harbour").status()).isEqualTo(303);
                    took.add(Duration.between(asked, Instant.now()));
                    return connections.stream()
                            .filter(connection -> goesOn(connection))
                            .findAny()
                            .isEmpty();
                });

        assertThat(Duration.between(began, Instant.now())).isGreaterThan(Duration.ofSeconds(9));
        // A machine that stands still for a second keeps one of them waiting
        assertThat(took)
                .hasSizeGreaterThan(3)
                .filteredOn(one -> one.compareTo(SOON) >= 0)
                .hasSizeLessThan(took.size() / 3);
        assertThat(closed("late")).isEqualTo(1_000);
    }

    /** Drips one byte more, if it can. */
    private static boolean goesOn(SocketChannel connection) {
        try {
            write(connection, "x");
            return !isOver(connection);
        } catch (IOException closed) {
            return false;
        }
    }

    @Test
    void whoeverAsksInTimeMayTakeItsTimeBetweenRequests() throws IOException {
        SocketChannel connection = connect();
        for (int i = 0; i < 2; i++) {
            write(connection, "GET /lark/cli_harbour HTTP/1.1\r\nHost: desk.example\r\n\r\n");
            ByteBuffer answer = ByteBuffer.allocate(8_192);
            assertThat(connection.read(answer)).isPositive();
            assertThat(new String(answer.array(), StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 303");
            connection.configureBlocking(false);
            Instant since = Instant.now();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> isOver(connection)
                            || Duration.between(since, Instant.now()).toSeconds() >= 11);
            connection.configureBlocking(true);
            assertThat(connection.isOpen()).isTrue();
        }
        assertThat(closed("late")).isZero();
    }

    @Test
    void aStreamThatNobodyReadsIsCutOff() throws IOException {
        SignedIn daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        SocketChannel stream = connect();
        write(stream, """
                GET /lark/cli_harbour/events?group=%s HTTP/1.1\r
                Host: desk.example\r
                Accept: text/event-stream\r
                X-Fragment: 1\r
                Cookie: session-cli_harbour=%s\r
                \r
                """.formatted(
                        SignedIn.groupOf(desk.node(), "cli_harbour"),
                        daniel.browser().cookies().get("session-cli_harbour")));
        String text = "\u6d4b".repeat(7_900);
        // More than the systems at both ends keep for whom nobody reads
        for (int i = 0; i < 400; i++) {
            assertThat(daniel.say(text + i).status()).isEqualTo(200);
        }

        await().atMost(Duration.ofSeconds(60))
                .until(() -> closed("stuck")
                                + desk.node()
                                        .bean(MeterRegistry.class)
                                        .counter("larkdesk.live.slow")
                                        .count()
                        > 0);
        await().atMost(Duration.ofSeconds(60))
                .until(() -> desk.node()
                                .bean(MeterRegistry.class)
                                .get("larkdesk.live.pages")
                                .gauge()
                                .value()
                        == 0);
    }

    @Test
    void anAddressThatIsNoProxyHasSoManyConnectionsAndNoMore() throws IOException {
        desk.close();
        desk = RunningDesk.start(Map.of("larkdesk.trusted-proxies", "none"));
        for (int i = 0; i < ConnectionCounts.MOST_OF_ADDRESS + 40; i++) {
            connect().configureBlocking(false);
        }

        await().atMost(Duration.ofSeconds(60)).until(() -> closed("crowded") == 40);
        for (SocketChannel connection : connections) {
            connection.close();
        }
        await().ignoreExceptions().atMost(Duration.ofSeconds(60)).until(() -> {
            try (Socket socket = new Socket()) {
                socket.connect(address());
                socket.getOutputStream()
                        .write("GET /lark/cli_harbour HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                return socket.getInputStream().readNBytes(12).length == 12;
            }
        });
    }
}
