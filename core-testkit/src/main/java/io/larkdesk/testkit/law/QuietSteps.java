package io.larkdesk.testkit.law;

import io.larkdesk.core.reminder.QuietHours;
import java.time.Duration;
import java.util.Optional;

/** What people choose about their quiet time. */
final class QuietSteps {

    private QuietSteps() {}

    record Pause(Who who, Duration time) implements Step {

        @Override
        public void take(World world) {
            world.people().pause(who, Optional.of(time));
        }

        @Override
        public String toString() {
            return who + " wants no reminder for " + time;
        }
    }

    record GoOn(Who who) implements Step {

        @Override
        public void take(World world) {
            world.people().pause(who, Optional.empty());
        }

        @Override
        public String toString() {
            return who + " wants no pause any more";
        }
    }

    record Daily(Who who, Optional<QuietHours> hours) implements Step {

        @Override
        public void take(World world) {
            world.people().quietDaily(who, hours);
        }

        @Override
        public String toString() {
            return who + " wants no reminder "
                    + hours.map(daily -> "from " + daily.from() + " to " + daily.until() + " by " + daily.zone())
                            .orElse("in no hours of the day any more");
        }
    }
}
