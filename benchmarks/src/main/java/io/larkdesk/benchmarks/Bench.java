package io.larkdesk.benchmarks;

import io.larkdesk.benchmarks.harness.Machine;
import io.larkdesk.benchmarks.harness.Plan;
import io.larkdesk.benchmarks.harness.Plot;
import io.larkdesk.benchmarks.harness.Report;
import io.larkdesk.benchmarks.harness.Result;
import io.larkdesk.benchmarks.harness.Runner;
import io.larkdesk.benchmarks.harness.Store;
import io.larkdesk.benchmarks.site.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Measures goals that are named, or all, and writes what came of it; started by {@code bin/bench}, in the module's folder. */
public final class Bench {

    private static final String QUICK = "--quick";
    private static final Path DOCS = Path.of("../docs");

    private Bench() {}

    /** Takes the goals' ids, or {@code all}; with {@code --quick} runs are short, and what comes of them is not published. */
    public static void main(String[] arguments) throws IOException {
        List<String> ids = new ArrayList<>(List.of(arguments));
        boolean quick = ids.remove(QUICK);
        List<Goals> goals = Goals.named(ids);
        if (goals.isEmpty()) {
            System.err.println("bench: goals are " + Arrays.toString(Goals.values()));
            System.exit(2);
        }
        Store store = new Store(quick ? Path.of("target/results") : Path.of("results"));
        Runner runner = new Runner(quick ? Plan.QUICK : Plan.FULL, System.out::println);
        try (Postgres postgres = Postgres.start()) {
            Machine machine = Machine.here(postgres.version());
            goals.forEach(goal -> store.keep(runner.measure(goal.with(postgres), machine)));
        }
        write(store.all(), quick ? Path.of("target") : DOCS);
        // Whoever took part may have left threads behind
        System.exit(0);
    }

    private static void write(List<Result> results, Path folder) throws IOException {
        Files.writeString(folder.resolve("performance.svg"), new Plot(results).svg());
        Path page = folder.resolve("performance.md");
        String text = Files.readString(DOCS.resolve("performance.md"));
        String mark = "<!-- measured -->\n";
        String introduction = text.substring(0, text.indexOf(mark) + mark.length());
        String picture = "![How many times over what is asked is reached](performance.svg)\n\n";
        Files.writeString(page, introduction + "\n" + picture + new Report(results).markdown());
    }
}
