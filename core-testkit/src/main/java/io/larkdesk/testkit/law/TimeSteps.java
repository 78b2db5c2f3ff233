package io.larkdesk.testkit.law;

import java.time.Duration;

/** Time, which passes, and clocks, which are set. */
final class TimeSteps {

    private TimeSteps() {}

    record Pass(Duration time) implements Step {

        @Override
        public void take(World world) {
            world.pass(time);
        }

        @Override
        public String toString() {
            return time + " passes";
        }
    }

    record PassUntilDue(int millis) implements Step {

        @Override
        public void take(World world) {
            world.passUntilDue(millis);
        }

        @Override
        public String toString() {
            return "Time passes until somebody is due"
                    + (millis == 0 ? "" : ", " + Math.abs(millis) + " ms " + (millis < 0 ? "less" : "more"));
        }
    }

    record SetDatabaseClock(Duration by) implements Step {

        @Override
        public void take(World world) {
            world.clocks().setDatabase(by);
        }

        @Override
        public String toString() {
            return "The database's clock is set " + TimeSteps.by(by);
        }
    }

    record SetNodeClock(int node, Duration by) implements Step {

        @Override
        public void take(World world) {
            world.clocks().node(node).advance(by);
        }

        @Override
        public String toString() {
            return "The clock of node " + node + " is set " + TimeSteps.by(by);
        }
    }

    private static String by(Duration by) {
        return by.isNegative() ? "back by " + by.negated() : "forward by " + by;
    }
}
