package io.larkdesk.benchmarks.harness;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When, where and how long something was measured.
 *
 * @param at when it began, in UTC
 * @param machine where
 * @param loadBefore the load average of the last minute when it began
 * @param loadAfter and when it was over
 * @param rounds how often each contender had its turn
 * @param seconds how long a run was
 */
public record Circumstances(
        String at, Machine machine, double loadBefore, double loadAfter, int rounds, double seconds) {

    /** It begins now. */
    static Circumstances begin(Machine machine, Plan plan) {
        String at = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        double load = Machine.load();
        return new Circumstances(
                at, machine, load, load, plan.rounds(), plan.length().toMillis() / 1000.0);
    }

    /** It is over now. */
    Circumstances end() {
        return new Circumstances(at, machine, loadBefore, Machine.load(), rounds, seconds);
    }

    /** In a sentence or two, without the last stop. */
    String words() {
        return "%s; %d rounds of %s s; load %s before, %s after; %d cores, %d GiB, %s, %s, %s"
                .formatted(
                        at,
                        rounds,
                        Report.figure(seconds),
                        Report.figure(loadBefore),
                        Report.figure(loadAfter),
                        machine.cores(),
                        machine.memoryGib(),
                        machine.system(),
                        machine.java(),
                        machine.postgres());
    }
}
