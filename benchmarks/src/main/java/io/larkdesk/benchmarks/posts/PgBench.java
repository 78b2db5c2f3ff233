package io.larkdesk.benchmarks.posts;

import io.larkdesk.benchmarks.site.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** PostgreSQL's own program that repeats a transaction: what PostgreSQL can do if whoever asks costs next to nothing. */
final class PgBench {

    private static final Pattern PROCESSED = Pattern.compile("actually processed: (\\d+)");
    private static final Pattern RATE = Pattern.compile("tps = ([\\d.]+)");

    private final Database database;
    private final Path script;

    /** Repeats {@code transaction} on {@code database}. */
    PgBench(Database database, String transaction) {
        this.database = database;
        try {
            this.script = Files.writeString(Files.createTempFile("larkdesk-bench", ".sql"), transaction);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How many were done, and how many a second. */
    record Outcome(long transactions, double rate) {}

    /** So many clients repeat it for so long, in whole seconds. */
    Outcome run(int clients, Duration length) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(List.of(
                        "pgbench",
                        "--host=" + database.host(),
                        "--port=" + database.port(),
                        "--username=postgres",
                        "--no-vacuum",
                        "--protocol=prepared",
                        "--client=" + clients,
                        "--jobs=2",
                        "--time=" + Math.max(1, length.toSeconds()),
                        "--file=" + script,
                        database.name()))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
        return new Outcome((long) number(PROCESSED, said), number(RATE, said));
    }

    private static double number(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException(text);
        }
        return Double.parseDouble(matcher.group(1));
    }
}
