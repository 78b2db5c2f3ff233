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
            return said(time) + " pass";
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
        return by.isNegative() ? "back by " + said(by.negated()) : "forward by " + said(by);
    }

    /** Such as "9 min 59.999 s". */
    private static String said(Duration time) {
        return time.isZero()
                ? "0 s"
                : time.toString()
                        .substring("P".length())
                        .replace("T", "")
                        .replaceAll("(?<=[HMS])(?=[0-9])", " ")
                        .replace("H", " h")
                        .replace("M", " min")
                        .replace("S", " s");
    }
}
