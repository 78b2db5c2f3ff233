package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a deployment takes up of its machine.
 *
 * @param threads of all nodes
 * @param files open files and sockets of all nodes
 * @param connections to the database
 * @param heapBytes in use by all nodes, after a collection
 */
record Footprint(long threads, long files, long connections, long heapBytes) {

    private static final Pattern FIGURE = Pattern.compile("(?m)^(\\w+)(\\{[^}]*})? ([0-9.E+]+)$");

    /** Threads that wait for work go after a minute. */
    private static final Duration REST = Duration.ofSeconds(100);

    private static final long FEW_THREADS = 8;
    private static final long FEW_BYTES = 8L << 20;

    /** As it is now. */
    static Footprint of(Deployment desk) {
        long threads = 0;
        long files = 0;
        long heap = 0;
        for (Node node : desk.nodes()) {
            collectGarbage(node.program());
            String metrics = metrics(node);
            threads += sum(metrics, "jvm_threads_live_threads", "");
            files += sum(metrics, "process_files_open_files", "");
            heap += sum(metrics, "jvm_memory_used_bytes", "area=\"heap\"");
        }
        return new Footprint(threads, files, desk.database().count("pg_stat_activity where " + OURS), heap);
    }

    private static final String OURS = "application_name = 'larkdesk' and datname = current_database()";

    /** Sees to it that nothing of what happened since is left, but for a tenth. */
    void isBack(Deployment desk) {
        await().atMost(REST).pollInterval(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(of(desk))
                .as("left over; before it was %s", this)
                .satisfies(now -> {
                    assertThat(now.threads()).isLessThanOrEqualTo(threads + threads / 10 + FEW_THREADS);
                    assertThat(now.files()).isLessThanOrEqualTo(files + files / 10 + FEW_THREADS);
                    assertThat(now.connections()).isLessThanOrEqualTo(connections + connections / 10);
                    assertThat(now.heapBytes()).isLessThanOrEqualTo(heapBytes + heapBytes / 10 + FEW_BYTES);
                }));
    }

    private static void collectGarbage(Program program) {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Command.run(jcmd, Long.toString(program.pid()), "GC.run");
    }

    private static String metrics(Node node) {
        try {
            return Web.send(HttpRequest.newBuilder(node.url().resolve("/prometheus")))
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long sum(String metrics, String name, String label) {
        List<Double> all = FIGURE.matcher(metrics)
                .results()
                .filter(line -> line.group(1).equals(name))
                .filter(line -> label.isEmpty() || line.group(2).contains(label))
                .map(line -> Double.parseDouble(line.group(3)))
                .toList();
        assertThat(all).as(name).isNotEmpty();
        return (long) all.stream().mapToDouble(Double::doubleValue).sum();
    }
}
