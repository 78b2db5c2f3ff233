package io.larkdesk.testkit.law;

import io.larkdesk.core.reminder.QuietHours;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What people may choose about their quiet time. */
final class QuietArbitraries {

    private QuietArbitraries() {}

    /** Pauses that are over within a history, and some that are not. */
    static Arbitrary<Step> pauses() {
        return Combinators.combine(people(), Arbitraries.integers().between(1, 40 * 60))
                .as((who, seconds) -> new QuietSteps.Pause(who, Duration.ofSeconds(seconds)));
    }

    static Arbitrary<Step> endsOfPauses() {
        return people().map(QuietSteps.GoOn::new);
    }

    static Arbitrary<Step> dailies() {
        return Combinators.combine(people(), hours().optional()).as(QuietSteps.Daily::new);
    }

    /** By clocks all over the world, so that a history begins within them, before them and after them. */
    private static Arbitrary<QuietHours> hours() {
        Arbitrary<Integer> minutes = Arbitraries.integers().between(0, 24 * 60 - 1);
        return Combinators.combine(minutes, minutes, Arbitraries.integers().between(-12, 12))
                .filter((from, until, offset) -> !from.equals(until))
                .as((from, until, offset) -> new QuietHours(time(from), time(until), ZoneOffset.ofHours(offset)));
    }

    private static LocalTime time(int minute) {
        return LocalTime.MIN.plusMinutes(minute);
    }

    private static Arbitrary<Who> people() {
        return Arbitraries.of(Who.class);
    }
}
