package io.larkdesk.benchmarks.harness;

/**
 * What is measured of a run.
 *
 * @param name what
 * @param unit in which unit, as it is printed
 * @param moreIsBetter whether a contender with a larger figure is the better one
 */
public record Metric(String name, String unit, boolean moreIsBetter) {

    /** A rate: of two contenders the one with the larger figure is better. */
    public static Metric rate(String name, String unit) {
        return new Metric(name, unit, true);
    }

    /** A cost, such as a time or a size: of two contenders the one with the smaller figure is better. */
    public static Metric cost(String name, String unit) {
        return new Metric(name, unit, false);
    }
}
