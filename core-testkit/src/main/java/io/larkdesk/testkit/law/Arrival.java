package io.larkdesk.testkit.law;

import io.larkdesk.core.reminder.ReminderId;
import java.time.Duration;
import java.time.Instant;

/**
 * A reminder that came to a person.
 *
 * @param attempt the attempt that brought it
 * @param at when, in truth
 * @param setForward by how much the database's clock had been set forward until then, in all
 */
record Arrival(Attempt attempt, Instant at, Duration setForward) {

    Who to() {
        return attempt.to();
    }

    ReminderId reminder() {
        return attempt.reminder();
    }

    /** By how much the database's clock was set forward while the attempt was under way. */
    Duration setForwardOnTheWay() {
        return setForward.minus(attempt.setForward());
    }

    /** How far apart two arrivals are by a clock that is never set back. */
    Duration until(Arrival next) {
        return Duration.between(at, next.at).plus(next.setForward).minus(setForward);
    }
}
