package io.larkdesk.core.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * What one clock of a ticket shows.
 *
 * @param goal of what
 * @param state how it stands
 * @param used how much was worked, until now or until it came to its goal
 * @param target how much may be
 * @param due when that will be, or was; empty while it stands still, and once it is over
 */
public record Reading(Goal goal, State state, Duration used, Duration target, Optional<Instant> due) {

    /** Refuses null. */
    public Reading {
        Objects.requireNonNull(goal, "goal");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(used, "used");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(due, "due");
    }

    /** How a clock stands. */
    public enum State {
        /** There is time. */
        RUNNING,
        /** There is not much of it left. */
        WARNED,
        /** There is none left. */
        BROKEN,
        /** It stands still, with time left, while the customer's answer is waited for. */
        PAUSED,
        /** It came to its goal in time. */
        MET,
        /** It came to its goal late. */
        MISSED;

        /** Whether it came to its goal. */
        public boolean isOver() {
            return this == MET || this == MISSED;
        }
    }

    /** How much may still be worked, or how much too much was: never negative. */
    public Duration difference() {
        return target.minus(used).abs();
    }
}
