package io.larkdesk.benchmarks.harness;

import java.util.List;
import java.util.stream.Collectors;

/** Curves as a page: a table of each, and where and when they were measured. */
public final class GrowthReport {

    private final List<Growth> all;

    /** Of these, in their order. */
    public GrowthReport(List<Growth> all) {
        this.all = List.copyOf(all);
    }

    /** In Markdown. */
    public String markdown() {
        return all.stream().map(GrowthReport::table).collect(Collectors.joining("\n"));
    }

    private static String table(Growth growth) {
        List<Growth.Point> points = growth.points();
        String sizes = points.stream().map(point -> point.sizeInWords() + " | ").collect(Collectors.joining());
        String rows = growth.metrics().stream()
                .map(metric -> "| " + metric.metric() + ", " + metric.unit() + " | "
                        + points.stream()
                                .map(point -> cell(point, metric.metric()) + " | ")
                                .collect(Collectors.joining())
                                .strip()
                        + "\n")
                .collect(Collectors.joining());
        String failures = points.stream()
                .flatMap(point -> point.failures().stream()
                        .map(why -> "- %s %s: %s\n".formatted(point.sizeInWords(), growth.over(), why)))
                .collect(Collectors.joining());
        return "**%s**, %s, by %s:\n\n| | %s\n|---|%s\n%s\n%s%s.\n"
                .formatted(
                        growth.curve(),
                        growth.work(),
                        growth.over(),
                        sizes.strip(),
                        "---|".repeat(points.size()),
                        rows,
                        failures.isEmpty() ? "" : "Without a figure:\n\n" + failures + "\n",
                        growth.circumstances().words());
    }

    private static String cell(Growth.Point point, String metric) {
        return point.figures().stream()
                .filter(one -> one.metric().equals(metric))
                .map(one -> Report.figure(one.median()) + " (×" + Report.figure(one.spread()) + ")")
                .findFirst()
                .orElse(Report.NOTHING);
    }
}
