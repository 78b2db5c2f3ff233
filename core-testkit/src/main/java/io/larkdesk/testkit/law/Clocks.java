package io.larkdesk.testkit.law;

import io.larkdesk.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** The time of a history, which only passes, and the clocks that tell it: the database's, and each node's. Any of them may be set. */
final class Clocks {

    private final ManualClock database = new ManualClock();
    private final List<ManualClock> nodes;
    private Instant truth = ManualClock.START;
    private Duration setForward = Duration.ZERO;

    Clocks(int nodes) {
        this.nodes = Stream.generate(ManualClock::new).limit(nodes).toList();
    }

    ManualClock database() {
        return database;
    }

    ManualClock node(int number) {
        return nodes.get(number - 1);
    }

    /** The true time, which is also Lark's. */
    Instant truth() {
        return truth;
    }

    /** By how much the database's clock was set forward, in all; setting it back is not counted. */
    Duration setForward() {
        return setForward;
    }

    void pass(Duration time) {
        truth = truth.plus(time);
        database.advance(time);
        nodes.forEach(node -> node.advance(time));
    }

    void setDatabase(Duration by) {
        database.advance(by);
        if (!by.isNegative()) {
            setForward = setForward.plus(by);
        }
    }
}
