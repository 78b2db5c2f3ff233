package io.larkdesk.benchmarks.harness;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What came of measuring a goal, as it is kept.
 *
 * @param goal its id
 * @param work what it is about
 * @param circumstances when and where
 * @param trials what was measured
 */
public record Result(String goal, String work, Circumstances circumstances, List<Measured> trials) {

    /** One piece of work. */
    public record Measured(String work, List<Series> contenders, List<Verdict> verdicts) {}

    /**
     * One contender's runs.
     *
     * @param role limit, ours, peer
     * @param name who
     * @param figures by metric
     * @param failures why runs have no figure
     */
    public record Series(Role role, String name, List<Figures> figures, List<String> failures) {}

    /** All figures of one metric. */
    public record Figures(String metric, String unit, List<Double> values, double median, double spread) {}

    /**
     * A bar, and where ours stands.
     *
     * @param value what is held against the bound; NaN if a figure is missing
     */
    public record Verdict(
            String metric,
            String unit,
            Bar.Kind kind,
            boolean moreIsBetter,
            double bound,
            double value,
            boolean reached) {}

    /** The medians of one metric, by role. */
    static Map<Role, Double> medians(List<Series> contenders, String metric) {
        Map<Role, Double> medians = new EnumMap<>(Role.class);
        for (Series series : contenders) {
            series.figures().stream()
                    .filter(figures -> figures.metric().equals(metric))
                    .forEach(figures -> medians.put(series.role(), figures.median()));
        }
        return medians;
    }
}
