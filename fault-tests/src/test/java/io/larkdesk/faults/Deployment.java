package io.larkdesk.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A sandbox and nodes of the service on one PostgreSQL, all of them processes, and what has to be known of them. */
final class Deployment implements AutoCloseable {

    /** The least time between two reminders to a person: short, so that there are many; {@code larkdesk.window} sets another. */
    static final Duration WINDOW = Duration.parse(System.getProperty("larkdesk.window", "PT3S"));

    private final Scene scene;
    private final Sandbox sandbox;
    private final List<Node> nodes;
    private final Database database;
    private final Map<String, String> settings;

    private Deployment(
            Scene scene, Sandbox sandbox, List<Node> nodes, Database database, Map<String, String> settings) {
        this.scene = scene;
        this.sandbox = sandbox;
        this.nodes = nodes;
        this.database = database;
        this.settings = settings;
    }

    /** Starts as many nodes at once, on an empty database; browsers find them under the address of the first. */
    static Deployment start(Scene scene, int count) {
        return start(scene, count, Map.of());
    }

    /** With some more {@code settings}. */
    static Deployment start(Scene scene, int count, Map<String, String> settings) {
        Deployment deployment = prepare(scene, count, settings);
        deployment.startAll(Node::start);
        return deployment;
    }

    /** Browsers find them at {@code publicUrl}, where something else stands before them. */
    static Deployment startAt(URI publicUrl, Scene scene, int count, Map<String, String> settings) {
        Deployment deployment = prepare(
                scene, new Database(TestServer.newDatabase()), Collections.nCopies(count, settings), urls -> publicUrl);
        deployment.startAll(Node::start);
        return deployment;
    }

    /** One node for each of {@code faults}, which are told to its agent. */
    static Deployment startFaulty(Scene scene, List<String> faults) {
        return startFaulty(scene, faults, Map.of());
    }

    /** With some more {@code settings}. */
    static Deployment startFaulty(Scene scene, List<String> faults, Map<String, String> settings) {
        Deployment deployment = prepare(scene, faults.size(), settings);
        deployment.database.execute("create schema naive");
        deployment.database.execute("create sequence naive.seq");
        deployment.database.execute("grant usage on schema naive to public");
        deployment.database.execute("grant usage on sequence naive.seq to public");
        deployment.startAll(node -> node.start(faults.get(deployment.nodes.indexOf(node))));
        return deployment;
    }

    /** On {@code database}, which is empty: one node for each of {@code settings}. */
    static Deployment start(Scene scene, Database database, List<Map<String, String>> settings) {
        Deployment deployment = prepare(scene, database, settings);
        deployment.startAll(Node::start);
        return deployment;
    }

    /** The sandbox runs, and no node yet. */
    static Deployment prepare(Scene scene, int count, Map<String, String> settings) {
        return prepare(scene, new Database(TestServer.newDatabase()), Collections.nCopies(count, settings));
    }

    private static Deployment prepare(Scene scene, Database database, List<Map<String, String>> settings) {
        return prepare(scene, database, settings, urls -> urls.get(0));
    }

    private static Deployment prepare(
            Scene scene, Database database, List<Map<String, String>> settings, Function<List<URI>, URI> address) {
        Path folder = folder();
        List<URI> urls = IntStream.range(0, settings.size())
                .mapToObj(i -> URI.create("http://127.0.0.1:" + Program.freePort()))
                .toList();
        URI publicUrl = address.apply(urls);
        Sandbox sandbox = Sandbox.start(scene.writeLark(folder, publicUrl));
        Map<String, String> common = Map.of(
                "LARKDESK_PUBLIC_URL", publicUrl.toString(),
                "LARKDESK_DATA", folder.toString(),
                "LARKDESK_DB_URL", database.url(),
                "LARKDESK_DB_USER", "postgres",
                "LARKDESK_LARK_BASE_URL", sandbox.url(),
                "LARKDESK_BOOTSTRAP_FILE", scene.writeBootstrap(folder).toString(),
                "LARKDESK_REMINDER_WINDOW", WINDOW.toString(),
                "LARKDESK_REMINDER_GRACE", "PT0.1S",
                // Tests are faster than people
                "LARKDESK_LIMITS_PERSON", "1000000",
                "LARKDESK_LIMITS_TENANT", "1000000");
        List<Node> nodes = IntStream.range(0, settings.size())
                .mapToObj(i -> node(urls.get(i), common, settings.get(i)))
                .toList();
        return new Deployment(scene, sandbox, nodes, database, common);
    }

    /** Starts all nodes at once, each as {@code start} does; if one does not start, none is left behind. */
    private void startAll(Consumer<Node> start) {
        try {
            nodes.forEach(start);
            nodes.forEach(Node::awaitUp);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static Node node(URI url, Map<String, String> common, Map<String, String> own) {
        Map<String, String> settings = new HashMap<>(common);
        settings.putAll(own);
        settings.put("LARKDESK_PORT", Integer.toString(url.getPort()));
        return new Node(url, settings);
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("larkdesk-system");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What all nodes are told. */
    Map<String, String> settings() {
        return settings;
    }

    /** One more place for the service, told something else, too. */
    Node otherNode(Map<String, String> more) {
        URI url = URI.create("http://127.0.0.1:" + Program.freePort());
        return node(url, settings, more);
    }

    Sandbox sandbox() {
        return sandbox;
    }

    Database database() {
        return database;
    }

    Node node(int index) {
        return nodes.get(index);
    }

    List<Node> nodes() {
        return nodes;
    }

    List<URI> urls() {
        return nodes.stream().map(Node::url).toList();
    }

    /** All of the customer's people, signed in. */
    List<Colleague> signInAll() {
        return signInAll(Scene.APP, scene.openIds());
    }

    /** The customers' TAM, signed in. */
    Colleague signInTam() {
        return Colleague.signIn(Scene.PROVIDER, "ou_sofia", urls());
    }

    /** All of the other customer's people, signed in. */
    List<Colleague> signInNeighbours() {
        return signInAll(Scene.NEIGHBOUR, scene.neighbours());
    }

    private List<Colleague> signInAll(String app, List<String> openIds) {
        ExecutorService hands = Executors.newFixedThreadPool(4);
        try {
            List<Future<Colleague>> all = openIds.stream()
                    .map(openId -> hands.submit(() -> Colleague.signIn(app, openId, urls())))
                    .toList();
            return all.stream().map(Deployment::done).toList();
        } finally {
            hands.shutdownNow();
        }
    }

    private static Colleague done(Future<Colleague> one) {
        try {
            return one.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
        sandbox.close();
    }
}
