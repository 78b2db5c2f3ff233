package io.larkdesk.benchmarks.harness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Results as a page: one table of all, and where and when they were measured. */
public final class Report {

    static final String NOTHING = "–";
    private static final String HEADER = """
            | goal | work | measured | limit | ours | peer | ours / limit | ours / peer | asked | reached |
            |---|---|---|---|---|---|---|---|---|---|
            """;

    private final List<Result> results;

    /** Of these, in their order. */
    public Report(List<Result> results) {
        this.results = List.copyOf(results);
    }

    /** In Markdown. */
    public String markdown() {
        return HEADER + results.stream().map(Report::rows).collect(Collectors.joining()) + "\n" + failures()
                + circumstances();
    }

    private static String rows(Result result) {
        return result.trials().stream().map(trial -> rows(result.goal(), trial)).collect(Collectors.joining());
    }

    private static String rows(String goal, Result.Measured trial) {
        return trial.contenders().stream()
                .flatMap(series -> series.figures().stream())
                .map(figures -> new Row(figures.metric(), figures.unit()))
                .distinct()
                .map(row -> row(goal, trial, row))
                .collect(Collectors.joining());
    }

    private record Row(String metric, String unit) {}

    private static String row(String goal, Result.Measured trial, Row row) {
        List<Result.Verdict> verdicts = trial.verdicts().stream()
                .filter(verdict -> verdict.metric().equals(row.metric()))
                .toList();
        Map<Role, Double> medians = Result.medians(trial.contenders(), row.metric());
        List<String> cells = new ArrayList<>(List.of(goal, trial.work(), row.metric() + ", " + row.unit()));
        for (Role role : Role.values()) {
            cells.add(cell(trial, role, row.metric()));
        }
        cells.add(ratio(medians, Role.LIMIT));
        cells.add(ratio(medians, Role.PEER));
        cells.add(
                verdicts.isEmpty()
                        ? NOTHING
                        : join(verdicts.stream().map(Report::asked).toList()));
        cells.add(
                verdicts.isEmpty()
                        ? NOTHING
                        : join(verdicts.stream().map(Report::reached).toList()));
        return cells.stream().collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String cell(Result.Measured trial, Role role, String metric) {
        return trial.contenders().stream()
                .filter(series -> series.role() == role)
                .flatMap(series -> series.figures().stream())
                .filter(figures -> figures.metric().equals(metric))
                .findFirst()
                .map(figures -> figure(figures.median()) + " (×" + figure(figures.spread()) + ")")
                .orElse(NOTHING);
    }

    private static String ratio(Map<Role, Double> medians, Role role) {
        Optional<Double> ours = Optional.ofNullable(medians.get(Role.OURS));
        return ours.flatMap(figure -> Optional.ofNullable(medians.get(role)).map(other -> figure(figure / other)))
                .orElse(NOTHING);
    }

    private static String join(List<String> parts) {
        return String.join("; ", parts);
    }

    private static String asked(Result.Verdict verdict) {
        String words = verdict.kind() == Bar.Kind.ABSOLUTE
                ? verdict.unit()
                : verdict.kind().words();
        return (verdict.moreIsBetter() ? "≥ " : "≤ ") + figure(verdict.bound()) + " " + words;
    }

    private static String reached(Result.Verdict verdict) {
        if (Double.isNaN(verdict.value())) {
            return NOTHING;
        }
        return verdict.reached() ? "yes" : "**no**";
    }

    /** A bar, and where ours stands, in a line. */
    static String words(Result.Verdict verdict) {
        String stands = Double.isNaN(verdict.value()) ? "not measured" : figure(verdict.value());
        return verdict.metric() + " " + asked(verdict) + ": " + stands
                + (verdict.reached() ? ", reached" : ", not reached");
    }

    private String failures() {
        String lines = results.stream()
                .flatMap(result -> result.trials().stream()
                        .flatMap(trial -> trial.contenders().stream())
                        .flatMap(series -> series.failures().stream()
                                .map(why -> "- " + result.goal() + ", " + series.name() + ": " + why + "\n")))
                .collect(Collectors.joining());
        return lines.isEmpty() ? "" : "Runs without a figure, because they did not do their work:\n\n" + lines + "\n";
    }

    private String circumstances() {
        String lines = results.stream().map(Report::circumstance).collect(Collectors.joining());
        return lines.isEmpty() ? "" : "Who took part, when and where:\n\n" + lines;
    }

    private static String circumstance(Result result) {
        String names = result.trials().stream()
                .flatMap(trial -> trial.contenders().stream())
                .map(series -> series.role() + " " + series.name())
                .distinct()
                .collect(Collectors.joining(", "));
        return "- %s: %s. %s.\n"
                .formatted(result.goal(), names, result.circumstances().words());
    }

    /** With three digits that mean something, and none behind the point from a hundred on. */
    static String figure(double value) {
        if (value == Math.rint(value) || Math.abs(value) >= 100) {
            return String.format(Locale.ROOT, "%,d", Math.round(value));
        }
        return String.format(
                Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : Math.abs(value) >= 0.1 ? "%.2f" : "%.3f", value);
    }
}
