package io.larkdesk.benchmarks.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The service as it is packaged, on one node or several, with a database of its own and the sandbox for Lark. */
public final class Desk implements AutoCloseable {

    private static final Path SERVICE = Path.of("../app-micronaut/target/larkdesk.jar");
    private static final Path SANDBOX = Path.of("../lark-sandbox/target/lark-sandbox.jar");
    private static final Pattern SANDBOX_IS_AT = Pattern.compile("Lark sandbox: (http://\\S+)/");
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    /** What keeps floods away, and would keep a benchmark away. */
    private static final Map<String, String> UNLIMITED = Map.of(
            "LARKDESK_LIMITS_PERSON", "10000000",
            "LARKDESK_LIMITS_TENANT", "10000000",
            "LARKDESK_LIMITS_STRANGER", "10000000",
            // From one address there may not be so many connections, unless it is a proxy's
            "LARKDESK_TRUSTED_PROXIES", "127.0.0.1");

    private final Database database;
    private final Program sandbox;
    private final String lark;
    private final List<Program> nodes = new ArrayList<>();
    private final List<URI> urls;
    private final Map<String, String> settings;

    private Desk(Database database, Scene scene, int count, Map<String, String> more) {
        this.database = database;
        Path folder = newFolder();
        this.urls = IntStream.range(0, count)
                .mapToObj(i -> URI.create("http://127.0.0.1:" + Program.freePort()))
                .toList();
        this.sandbox = Program.java(
                "sandbox",
                List.of("-jar", SANDBOX.toString()),
                Map.of(
                        "LARK_SANDBOX_PORT",
                        "0",
                        "LARK_SANDBOX_SCENE",
                        scene.writeLark(folder, urls.get(0)).toString()));
        sandbox.await(LONGEST_START, program -> address(program).find());
        Matcher address = address(sandbox);
        this.lark = address.find() ? address.group(1) : "";
        Map<String, String> all = new HashMap<>(UNLIMITED);
        all.putAll(Map.of(
                "LARKDESK_PUBLIC_URL", urls.get(0).toString(),
                "LARKDESK_DATA", folder.toString(),
                "LARKDESK_DB_URL", database.url(),
                "LARKDESK_DB_USER", "postgres",
                "LARKDESK_LARK_BASE_URL", lark,
                "LARKDESK_BOOTSTRAP_FILE", scene.writeBootstrap(folder).toString()));
        all.putAll(more);
        this.settings = Map.copyOf(all);
        for (int i = 0; i < count; i++) {
            URI url = urls.get(i);
            startNode(i, List.of()).await(LONGEST_START, node -> Web.isOk(url.resolve("/health/readiness")));
        }
    }

    /** Starts {@code nodes} on {@code database}, which is empty, for a customer with so many {@code people}. */
    public static Desk start(Database database, int people, int nodes, Map<String, String> settings) {
        return new Desk(database, new Scene(people), nodes, settings);
    }

    /** Starts a process for node {@code index}, with these {@code options} of the JVM, and does not wait for it. */
    public Program startNode(int index, List<String> options) {
        List<String> arguments = new ArrayList<>(options);
        arguments.addAll(List.of("-jar", SERVICE.toString()));
        Program node = run(index, arguments);
        nodes.add(node);
        return node;
    }

    private Program run(int index, List<String> arguments) {
        Map<String, String> own = new HashMap<>(settings);
        own.put("LARKDESK_PORT", Integer.toString(urls.get(index).getPort()));
        return Program.java("larkdesk", arguments, own);
    }

    /** Asks Lark, by the operators' command, how the customer's app is set up; whether the command found nothing wrong. */
    public boolean preflight() throws InterruptedException {
        try (Program command = run(0, List.of("-jar", SERVICE.toString(), "preflight", Scene.CUSTOMER))) {
            return command.end() == 0;
        }
    }

    /** Ends all of its processes but the sandbox. */
    public void stopNodes() {
        nodes.forEach(Program::close);
        nodes.clear();
    }

    private static Matcher address(Program program) {
        return SANDBOX_IS_AT.matcher(program.said());
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("larkdesk-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its database. */
    public Database database() {
        return database;
    }

    /** Where Lark's stand-in is. */
    public String lark() {
        return lark;
    }

    /** Where the nodes are. */
    public List<URI> urls() {
        return urls;
    }

    /** The nodes' processes. */
    public List<Program> nodes() {
        return Collections.unmodifiableList(nodes);
    }

    /** Person {@code number} of the customer comes to the workbench. */
    public Member signIn(int number) {
        return Member.signIn(urls.get(0), Scene.CUSTOMER, Scene.openId(number));
    }

    /** The provider's person comes to the workbench of the customer. */
    public Member signInStaff() {
        return Member.signIn(urls.get(0), Scene.PROVIDER, Scene.STAFF);
    }

    @Override
    public void close() {
        nodes.forEach(Program::close);
        sandbox.close();
    }
}
