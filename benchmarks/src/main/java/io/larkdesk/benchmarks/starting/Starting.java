package io.larkdesk.benchmarks.starting;

import io.larkdesk.benchmarks.harness.Bar;
import io.larkdesk.benchmarks.harness.Check;
import io.larkdesk.benchmarks.harness.Contender;
import io.larkdesk.benchmarks.harness.Goal;
import io.larkdesk.benchmarks.harness.Metric;
import io.larkdesk.benchmarks.harness.Role;
import io.larkdesk.benchmarks.harness.Run;
import io.larkdesk.benchmarks.harness.Trial;
import io.larkdesk.benchmarks.harness.Worker;
import io.larkdesk.benchmarks.site.Desk;
import io.larkdesk.benchmarks.site.Ejabberd;
import io.larkdesk.benchmarks.site.Postgres;
import io.larkdesk.benchmarks.site.Program;
import io.larkdesk.benchmarks.site.Web;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A program is started, and ends when it has rested a while. */
public final class Starting implements Worker {

    private static final Metric READY = Metric.cost("from the start until ready", "s");
    private static final Metric MEMORY = Metric.cost("memory at rest", "MiB");
    private static final Duration LONGEST_START = Duration.ofMinutes(1);
    private static final long REST_SECONDS = 5;

    private final Start start;
    private final Runnable closing;

    /** Starts a program that is new. */
    @FunctionalInterface
    private interface Start {
        /** The program, once it is ready. */
        Program start() throws IOException;
    }

    private Starting(Start start, Runnable closing) {
        this.start = start;
        this.closing = closing;
    }

    /** The goal. */
    public static Goal goal(Postgres postgres) {
        return new Goal(
                "P8",
                "start, with a database that runs and an archive of classes",
                List.of(new Trial(
                        "ready, then at rest",
                        Map.of(
                                Role.LIMIT, new Contender("Micronaut alone", Starting::hello),
                                Role.OURS, new Contender("larkdesk", () -> ours(postgres)),
                                Role.PEER, new Contender(Ejabberd.version(), () -> ejabberd(postgres))),
                        List.of(new Bar(READY, Bar.Kind.BEYOND_LIMIT, 0.7), new Bar(MEMORY, Bar.Kind.ABSOLUTE, 200)))));
    }

    private static Starting hello() throws IOException {
        String classes = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(entry -> !entry.contains("app-micronaut") && !entry.contains("logback"))
                .collect(Collectors.joining(File.pathSeparator));
        int port = Program.freePort();
        URI url = URI.create("http://127.0.0.1:" + port + "/hello");
        Map<String, String> settings =
                Map.of("MICRONAUT_SERVER_PORT", Integer.toString(port), "MICRONAUT_SERVER_HOST", "127.0.0.1");
        List<String> arguments = List.of("-cp", classes, Hello.class.getName());
        return archived(options -> Program.java("hello", with(options, arguments), settings), url);
    }

    private static Starting ours(Postgres postgres) throws IOException {
        Desk desk = Desk.start(postgres.newDatabase("start"), 1, 1, Map.of());
        desk.stopNodes();
        URI ready = desk.urls().get(0).resolve("/health/readiness");
        Starting once = archived(options -> desk.startNode(0, options), ready);
        return new Starting(once.start, desk::close);
    }

    private static Starting ejabberd(Postgres postgres) {
        return new Starting(
                () -> Ejabberd.start(postgres.newDatabase("ejabberd")).program(), () -> {});
    }

    private static List<String> with(List<String> some, List<String> more) {
        List<String> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    /** The first time it writes down which classes it has loaded, from then on it has them at once. */
    private static Starting archived(Function<List<String>, Program> program, URI ready) throws IOException {
        Path archive = Files.createTempDirectory("larkdesk-bench").resolve("classes.jsa");
        try (Program first = program.apply(List.of("-XX:ArchiveClassesAtExit=" + archive))) {
            first.await(LONGEST_START, any -> Web.isOk(ready));
        }
        return new Starting(
                () -> {
                    Program one = program.apply(List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto"));
                    one.await(LONGEST_START, any -> Web.isOk(ready));
                    return one;
                },
                () -> {});
    }

    @Override
    public Run run(Duration length) throws IOException, InterruptedException {
        long began = System.nanoTime();
        try (Program program = start.start()) {
            double seconds = (System.nanoTime() - began) / 1e9;
            TimeUnit.SECONDS.sleep(REST_SECONDS);
            return new Run(
                    Map.of(READY, seconds, MEMORY, program.memory()),
                    List.of(new Check("programs that run", 1, program.isAlive() ? 1 : 0)));
        }
    }

    @Override
    public void close() {
        closing.run();
    }
}
