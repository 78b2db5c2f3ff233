package io.larkdesk.benchmarks;

import io.larkdesk.benchmarks.harness.Growth;
import io.larkdesk.benchmarks.harness.GrowthPlot;
import io.larkdesk.benchmarks.harness.GrowthReport;
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
import java.util.stream.Stream;

/**
 * Measures goals and curves that are named, or all, and writes what came of it; started by {@code bin/bench}, in the module's folder.
 */
public final class Bench {

    private static final String QUICK = "--quick";
    private static final String ALL = "all";
    private static final Path DOCS = Path.of("../docs");

    private final boolean quick;
    private final Store<Result> goals;
    private final Store<Growth> curves;

    private Bench(boolean quick) {
        Path results = quick ? Path.of("target/results") : Path.of("results");
        this.quick = quick;
        this.goals = Store.ofGoals(results);
        this.curves = Store.ofCurves(results.resolve("growth"));
    }

    /** Takes the ids, or {@code all}; with {@code --quick} runs are short, and what comes of them is not published. */
    public static void main(String[] arguments) throws IOException {
        List<String> ids = new ArrayList<>(List.of(arguments));
        boolean quick = ids.remove(QUICK);
        List<String> known =
                Stream.concat(names(Goals.values()), names(Curves.values())).toList();
        boolean isAll = ids.equals(List.of(ALL));
        if (ids.isEmpty() || !(isAll || known.containsAll(ids))) {
            System.err.println("bench: goals and curves are " + String.join(", ", known) + "; or " + ALL);
            System.exit(2);
        }
        Bench bench = new Bench(quick);
        bench.measure(isAll ? known : ids);
        bench.write(quick ? Path.of("target") : DOCS);
        // Whoever took part may have left threads behind
        System.exit(0);
    }

    private static Stream<String> names(Enum<?>[] all) {
        return Arrays.stream(all).map(Enum::name);
    }

    private void measure(List<String> ids) {
        Runner goalRunner = new Runner(quick ? Plan.QUICK : Plan.FULL, System.out::println);
        Runner curveRunner = new Runner(quick ? Plan.QUICK : Plan.GROWTH, System.out::println);
        try (Postgres postgres = Postgres.start()) {
            Machine machine = Machine.here(postgres.version());
            Arrays.stream(Goals.values())
                    .filter(goal -> ids.contains(goal.name()))
                    .forEach(goal -> goals.keep(goalRunner.measure(goal.with(postgres), machine)));
            Arrays.stream(Curves.values())
                    .filter(curve -> ids.contains(curve.name()))
                    .forEach(curve -> curves.keep(curveRunner.measure(curve.with(postgres), machine)));
        }
    }

    private void write(Path folder) throws IOException {
        List<Result> results = goals.all();
        List<Growth> growths = curves.all();
        Files.writeString(folder.resolve("performance.svg"), new Plot(results).svg());
        Files.writeString(folder.resolve("growth.svg"), new GrowthPlot(growths).svg());
        Path page = folder.resolve("performance.md");
        String text = Files.readString(DOCS.resolve("performance.md"));
        String mark = "<!-- measured -->\n";
        String introduction = text.substring(0, text.indexOf(mark) + mark.length());
        String bars = "![How many times over what is asked is reached](performance.svg)\n\n";
        String growing = "\n## As it grows\n\n![What is paid for more and more](growth.svg)\n\n";
        Files.writeString(
                page,
                introduction + "\n" + bars + new Report(results).markdown() + growing
                        + new GrowthReport(growths).markdown());
    }
}
