package io.larkdesk.app;

import io.larkdesk.sandbox.LarkSandbox;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.scheduling.TaskExecutors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/**
 * A sandbox with the demo's organisations, a database, and nodes of the service on them. The customers are Harbour Retail Group
 * ({@code cli_harbour}: ou_daniel, ou_mei, ou_xiaoming) and Meridian Labs ({@code cli_meridian}, on Feishu: ou_lena, ou_li); the provider
 * is Alder Cloud ({@code cli_alder}: ou_sofia is the TAM, ou_amara, ou_tomas).
 */
public final class RunningDesk implements AutoCloseable {

    private static final List<String> APPS = List.of("cli_alder", "cli_harbour", "cli_meridian");
    private static final Pattern DATABASE = Pattern.compile("/(desk\\d+)");
    /** Tests of two processes run at once. */
    private static final AtomicInteger NEXT_PORT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(10_000, 30_000));

    private static final Path DEMO = Path.of("../bin/demo.d");

    static {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    private final LarkSandbox sandbox;
    private final String database = RoundTrips.counted(TestServer.newDatabase());
    private final Path data;
    private final Map<String, Object> settings;
    private final List<Node> nodes = new ArrayList<>();

    /**
     * One node of the service.
     *
     * @param service its beans
     * @param url where it is found
     */
    public record Node(Larkdesk.Running service, URI url) {

        /** The bean of this type; from now on the calling thread works for all tenants. */
        public <T> T bean(Class<T> type) {
            TestScope.everybody();
            return service.context().getBean(type);
        }

        /** From now on nothing is done because time has passed, such as a look for gaps in the roster; what is asked for is. */
        public void endRounds() {
            service.context()
                    .getBean(ExecutorService.class, Qualifiers.byName(TaskExecutors.SCHEDULED))
                    .shutdown();
        }
    }

    private RunningDesk(LarkSandbox sandbox, Map<String, Object> settings) throws IOException {
        this.sandbox = sandbox;
        this.data = Files.createTempDirectory("larkdesk");
        this.settings = Map.copyOf(settings);
    }

    /**
     * Starts a desk with one node.
     *
     * @param settings go before the usual ones: the window is 3 seconds, the grace 100 ms
     */
    public static RunningDesk start(Map<String, Object> settings) {
        try {
            RunningDesk desk = new RunningDesk(LarkSandbox.start(0), settings);
            desk.setScene();
            desk.addNode();
            return desk;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void setScene() throws IOException {
        String scene = Files.readString(DEMO.resolve("lark.json"))
                .replace("@URL@", "http://localhost")
                .replaceAll(",\\n\\s+\"", ", \"");
        for (String entry : scene.lines().toList()) {
            String json = entry.strip().replaceAll(",$", "");
            if (json.startsWith("{\"app_id\"")) {
                control(json.contains("open_id") ? "/sandbox/people" : "/sandbox/apps", json);
            }
        }
    }

    /** Starts one more node on the same database. */
    public Node addNode() {
        return addNode(Map.of());
    }

    /** Starts one more node on the same database, for which {@code more} goes before all other settings. */
    public Node addNode(Map<String, Object> more) {
        int port = freePort();
        Map<String, Object> all = new HashMap<>();
        all.put("larkdesk.port", port);
        all.put("larkdesk.public-url", "http://localhost:" + port);
        all.put("larkdesk.db.url", database);
        all.put("larkdesk.db.user", "postgres");
        all.put("larkdesk.data", data.toString());
        all.put("larkdesk.lark.base-url", sandbox.baseUrl());
        all.put("larkdesk.bootstrap-file", DEMO.resolve("bootstrap.yml").toString());
        // Tests are faster than people
        all.put("larkdesk.limits.person", "1000000");
        all.put("larkdesk.limits.tenant", "1000000");
        all.put("larkdesk.reminder.window", "PT3S");
        all.put("larkdesk.reminder.grace", "PT0.1S");
        all.putAll(settings);
        all.putAll(more);
        Node node = new Node(Larkdesk.start(all), URI.create(String.valueOf(all.get("larkdesk.public-url"))));
        nodes.add(node);
        letLarkSendBackTo(nodes);
        return node;
    }

    private void letLarkSendBackTo(List<Node> known) {
        for (String app : APPS) {
            List<String> callbacks = known.stream()
                    .map(node -> '"' + callback(node, app).toString() + '"')
                    .toList();
            control("/sandbox/apps", "{\"app_id\": \"" + app + "\", \"redirect_urls\": " + callbacks + "}");
        }
    }

    /** Where Lark sends browsers back to. */
    public static URI callback(Node node, String app) {
        return node.url().resolve("/thirdparty/lark/" + app + "/oauth2/callback");
    }

    /** The stand-in of Lark. */
    public LarkSandbox sandbox() {
        return sandbox;
    }

    /** The first node. */
    public Node node() {
        return nodes.get(0);
    }

    /** The database's address, for JDBC. */
    public String database() {
        return database;
    }

    /** Whether nodes can do anything with the database; who was connected is not any more. */
    public void letIntoDatabase(boolean open) {
        Matcher name = DATABASE.matcher(database);
        if (!name.find()) {
            throw new IllegalStateException(database);
        }
        try (Connection connection = DriverManager.getConnection(name.replaceFirst("/postgres"));
                Statement statement = connection.createStatement()) {
            statement.execute("alter database " + name.group(1) + " allow_connections " + open);
            statement.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name.group(1) + "'");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Posts JSON to the sandbox's own API, and returns what it says. */
    public String control(String path, String json) {
        return answer(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /** Has Lark work as it should again. */
    public void forgetFaults() {
        answer(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + "/sandbox/faults"))
                .DELETE()
                .build());
    }

    /** Asks the sandbox's own API. */
    public String ask(String path) {
        return answer(
                HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path)).build());
    }

    private static String answer(HttpRequest request) {
        try {
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(request.uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A port that is free now; none that the system gives to others, or that was given before. */
    private static int freePort() {
        while (true) {
            try (ServerSocket socket =
                    new ServerSocket(NEXT_PORT.getAndIncrement(), 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // The next one, then
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() {
        nodes.forEach(node -> node.service().close());
        sandbox.close();
    }
}
