package io.larkdesk.benchmarks.harness;

import java.time.Duration;

/**
 * How long is measured.
 *
 * @param warmUp how long each contender works before anything counts
 * @param length how long a run is
 * @param rounds how often each has its turn
 */
public record Plan(Duration warmUp, Duration length, int rounds) {

    /** What figures are published of. */
    public static final Plan FULL = new Plan(Duration.ofSeconds(60), Duration.ofSeconds(10), 5);

    /** What curves are published of: shorter, because a curve has its own points beside it. */
    public static final Plan GROWTH = new Plan(Duration.ofSeconds(20), Duration.ofSeconds(5), 3);

    /** Shows that everything works, and about how fast. */
    public static final Plan QUICK = new Plan(Duration.ofSeconds(5), Duration.ofSeconds(3), 2);
}
