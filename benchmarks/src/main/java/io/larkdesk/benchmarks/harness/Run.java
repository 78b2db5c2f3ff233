package io.larkdesk.benchmarks.harness;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One run of a contender. It has figures only if its work was done. */
public final class Run {

    private final Map<Metric, Double> figures;
    private final List<Check> checks;

    /**
     * What was measured, and what shows that the work was done.
     *
     * @throws IllegalArgumentException if nothing shows it
     */
    public Run(Map<Metric, Double> figures, List<Check> checks) {
        if (checks.isEmpty()) {
            throw new IllegalArgumentException("checks: none, so nobody knows whether the work was done");
        }
        SortedMap<Metric, Double> sorted = new TreeMap<>(Comparator.comparing(Metric::name));
        sorted.putAll(figures);
        this.figures = Collections.unmodifiableSortedMap(sorted);
        this.checks = List.copyOf(checks);
    }

    /** What was measured; nothing, if the work was not done. */
    public Map<Metric, Double> figures() {
        return failed().isEmpty() ? figures : Map.of();
    }

    /** What shows that the work was done, or was not. */
    public List<Check> checks() {
        return checks;
    }

    /** What is not as it must be. */
    public List<Check> failed() {
        return checks.stream().filter(check -> !check.holds()).toList();
    }

    @Override
    public String toString() {
        return failed().isEmpty() ? figures.toString() : failed().toString();
    }
}
