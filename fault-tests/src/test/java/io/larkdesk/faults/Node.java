package io.larkdesk.faults;

import static org.awaitility.Awaitility.await;

import io.larkdesk.faults.agent.KillPoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A place for the service to run at, one process after the other. */
final class Node implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration LONGEST_START = Duration.ofMinutes(4);

    private final URI url;
    private final Map<String, String> settings;
    private final List<Program> programs = new ArrayList<>();

    /** Nothing runs yet. */
    Node(URI url, Map<String, String> settings) {
        this.url = url;
        this.settings = Map.copyOf(settings);
    }

    URI url() {
        return url;
    }

    void start() {
        programs.add(Program.start(Program.SERVICE, settings));
    }

    /** Starts it by the script that operators have, with {@code more} in its environment. */
    void launch(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(more);
        programs.add(Program.launch(all));
    }

    /** Starts it as a container of {@code image} does. */
    void start(Image image) {
        programs.add(Program.run(image, settings));
    }

    /** As {@link #start()} does, but the process ends by itself when it comes to {@code point} for the {@code times}-th time. */
    void startToDieAt(KillPoint point, int times) {
        start(point + "@" + times);
    }

    /** The same, with the agent, to which {@code faults} are told. */
    void start(String faults) {
        String agent = "-javaagent:%s=%s".formatted(Program.AGENT.toAbsolutePath(), faults);
        programs.add(Program.start(Program.SERVICE, settings, List.of(agent)));
    }

    /** Carries out one of the operator's commands beside it; fails unless that succeeds. */
    void carryOut(String command) {
        Program.carryOut(command, settings);
    }

    /** Waits until it answers that all is well. */
    void awaitUp() {
        await("service, see " + program())
                .atMost(LONGEST_START)
                .until(() -> isUp() || !program().isAlive());
        if (!program().isAlive()) {
            throw new IllegalStateException(
                    "ended with " + program().exitStatus() + ": " + program().lines());
        }
    }

    /** Whether it answers that all is well. */
    boolean isUp() {
        try {
            HttpResponse<String> health = Web.send(HttpRequest.newBuilder(url.resolve("/health")));
            return health.statusCode() == 200 && health.body().contains("\"status\":\"UP\"");
        } catch (IOException e) {
            return false;
        }
    }

    /** What it answers to a load balancer's question whether it takes requests: 200, 503; 0 if it says nothing in time. */
    int readiness() {
        try {
            HttpRequest.Builder question = HttpRequest.newBuilder(url.resolve("/health/readiness"));
            return Web.send(question, SOON).statusCode();
        } catch (IOException e) {
            return 0;
        }
    }

    /** Whether it says that it takes requests. */
    boolean isReady() {
        return readiness() == 200;
    }

    /** The process that was started last. */
    Program program() {
        return programs.get(programs.size() - 1);
    }

    /** What its processes have said of errors. */
    List<String> errors() {
        return programs.stream().flatMap(program -> program.errors().stream()).toList();
    }

    @Override
    public void close() {
        programs.forEach(Program::close);
    }
}
