package io.larkdesk.benchmarks.harness;

import java.util.List;

/**
 * Figures of the same thing.
 *
 * @param values as they were measured; at least one
 */
public record Samples(List<Double> values) {

    /** Copies the list. */
    public Samples {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("values: none");
        }
    }

    /** Half of them are not more, half not less. */
    public double median() {
        List<Double> sorted = values.stream().sorted().toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /** The largest as a multiple of the smallest. */
    public double spread() {
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        double least = values.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        return least == most ? 1 : most / least;
    }
}
