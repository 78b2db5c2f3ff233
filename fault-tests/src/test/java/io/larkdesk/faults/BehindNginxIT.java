package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes on one PostgreSQL behind nginx, set up as {@code deploy/nginx.conf} says. */
@Tag("timed")
class BehindNginxIT {

    /** Before the service sends anything else over a stream, so that what nginx holds back is missed. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final int STRANGERS_LIMIT = 20;
    private static final String LOGIN = "/thirdparty/lark/" + Scene.APP + "/login";

    private static final int PORT = Program.freePort();

    @TempDir
    private static Path folder;

    private static Deployment desk;
    private static Nginx nginx;

    @BeforeAll
    static void start() {
        String url = "http://127.0.0.1:" + PORT;
        // Browsers come from 127.0.0.1 and strangers from other loopback addresses, of which none is a proxy's
        Map<String, String> settings = Map.of(
                "LARKDESK_PUBLIC_URL",
                url,
                "LARKDESK_TRUSTED_PROXIES",
                "127.0.0.1",
                "LARKDESK_LIMITS_STRANGER",
                Integer.toString(STRANGERS_LIMIT));
        desk = Deployment.startAt(URI.create(url), new Scene(12), 2, settings);
        nginx = Nginx.start(PORT, desk.urls(), folder);
    }

    @AfterAll
    static void stop() {
        nginx.close();
        desk.close();
    }

    @Test
    void peopleNoticeNeitherItNorTheEndOfANode() throws Exception {
        List<URI> address = List.of(nginx.url());
        Colleague writer = Colleague.signIn("ou_001", address);
        Colleague reader = Colleague.signIn("ou_002", address);
        try (Follower page = Follower.start(reader, address)) {
            await().atMost(SOON).until(page::isConnected);
            page.awaitMessage(writer.say(UUID.randomUUID(), "Handed on as it comes"), SOON);

            AtomicLong last = new AtomicLong();
            Queue<String> failures = new ConcurrentLinkedQueue<>();
            ScheduledExecutorService hand = Executors.newSingleThreadScheduledExecutor();
            try {
                var unused =
                        hand.scheduleWithFixedDelay(() -> say(writer, last, failures), 0, 20, TimeUnit.MILLISECONDS);
                for (Node node : desk.nodes()) {
                    await().atMost(SOON).until(page::isConnected);
                    node.program().stop();
                    long before = last.get();
                    await().atMost(SOON).until(() -> last.get() > before);
                    page.awaitMessage(last.get(), SOON);
                    node.start();
                    node.awaitUp();
                    // As the manual says: for so long nginx leaves it out
                    await().pollDelay(Duration.ofSeconds(3)).until(node::isReady);
                }
            } finally {
                hand.shutdown();
                assertThat(hand.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
            }
            assertThat(failures).as("nginx says: %s", nginx.errors()).isEmpty();
            page.hasEachMessageUpTo(last.get(), SOON);
            assertThat(desk.nodes()).flatExtracting(Node::errors).isEmpty();
        }
    }

    private static void say(Colleague writer, AtomicLong last, Queue<String> failures) {
        try {
            last.accumulateAndGet(writer.say(UUID.randomUUID(), "Still here"), Math::max);
        } catch (IOException | IllegalStateException e) {
            failures.add(String.valueOf(e));
        }
    }

    @Test
    void limitsAreOfWhoeverConnectsAndNotOfTheProxy() throws IOException {
        String made = "X-Forwarded-For: 203.0.113.";
        int allowedByBoth = 2 * STRANGERS_LIMIT;
        for (int i = 0; i < allowedByBoth; i++) {
            assertThat(ask("127.0.0.9", LOGIN, made + i)).isIn(200, 303, 429);
        }
        // Which of both a request goes to is nginx's to say
        await().atMost(SOON)
                .until(() -> ask("127.0.0.9", LOGIN, made + 198) == 429 && ask("127.0.0.9", LOGIN, made + 199) == 429);
        assertThat(ask("127.0.0.9", LOGIN, made + 200))
                .as("a made-up address does not help")
                .isEqualTo(429);
        assertThat(ask("127.0.0.9", LOGIN, made + 201)).isEqualTo(429);
        assertThat(ask("127.0.0.10", LOGIN, made + 202)).as("somebody else").isIn(200, 303);
    }

    @Test
    void whatIsForOperatorsAndForOtherNamesStaysInside() throws IOException {
        for (String path : List.of(
                "/prometheus",
                "/prometheus/",
                "//prometheus",
                "/%70rometheus",
                "/x/../prometheus",
                "/health",
                "/health/readiness",
                "/prometheus;a=b")) {
            assertThat(ask("127.0.0.9", path, "X-A: b")).as(path).isEqualTo(404);
        }
        assertThat(ask("127.0.0.9", LOGIN, "Host: evil.example.com"))
                .as("ended without a word")
                .isZero();
    }

    @Test
    void formsMayBeAsLargeAsTheServiceTakes() throws IOException {
        Matcher service =
                find("max-request-size: (\\d+)MB", Path.of("../app-micronaut/src/main/resources/application.yml"));
        Matcher proxy = find("client_max_body_size (\\d+)m;", Path.of("../deploy/nginx.conf"));
        assertThat(proxy.group(1)).isEqualTo(service.group(1));
        long tooMuch = (Long.parseLong(service.group(1)) << 20) + 1;
        assertThat(ask("127.0.0.9", LOGIN, "Content-Length: " + tooMuch)).isEqualTo(413);
    }

    private static Matcher find(String pattern, Path file) throws IOException {
        Matcher matcher = Pattern.compile(pattern).matcher(Files.readString(file));
        assertThat(matcher.find()).as("%s in %s", pattern, file).isTrue();
        return matcher;
    }

    @Test
    void browsersComeByTlsAndHttp2() throws Exception {
        assertThat(shakeHands(Nginx.NAME, "h2", "")).isEqualTo("h2");
        String request = "GET " + LOGIN + " HTTP/1.1\r\nHost: " + Nginx.NAME + "\r\nConnection: close\r\n\r\n";
        assertThat(shakeHands(Nginx.NAME, "http/1.1", request)).startsWith("HTTP/1.1 303 ");
        assertThatThrownBy(() -> shakeHands("evil.example.com", "h2", "")).hasMessageContaining("unrecognized_name");
    }

    /** The protocol that is agreed on with TLS, or the answer to {@code request}. */
    private static String shakeHands(String name, String protocol, String request)
            throws GeneralSecurityException, IOException {
        try (SSLSocket socket = (SSLSocket) trust(nginx.certificate())
                .getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), nginx.tlsPort())) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName(name)));
            parameters.setApplicationProtocols(new String[] {protocol});
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            if (request.isEmpty()) {
                return socket.getApplicationProtocol();
            }
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static SSLContext trust(Path certificate) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(certificate)) {
            store.setCertificateEntry(
                    "desk", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** The status that somebody gets who connects from {@code address}; 0 if there is no answer. */
    private static int ask(String address, String path, String header) throws IOException {
        String host = header.startsWith("Host:") ? "" : "Host: " + Nginx.HOST + "\r\n";
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), 0));
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), PORT), 5_000);
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\n" + host + header
                                    + "\r\nAccept: text/html\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.isEmpty() ? 0 : Integer.parseInt(answer.substring(9, 12));
        }
    }
}
