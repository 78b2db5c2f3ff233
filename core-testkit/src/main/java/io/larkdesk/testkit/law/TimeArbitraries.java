package io.larkdesk.testkit.law;

import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** How time may pass, and clocks be set. */
final class TimeArbitraries {

    private static final Duration[] TIMES = times(
            "PT1S",
            "PT5S",
            "PT0.001S",
            "PT14.999S",
            "PT15S",
            "PT20S",
            "PT1M",
            "PT9M59.999S",
            "PT10M",
            "PT30M",
            "PT50M",
            "PT1H");
    private static final Duration[] SETTINGS =
            times("PT10M", "-PT10M", "PT1S", "-PT1S", "PT59M", "-PT59M", "PT24H", "-PT24H", "-PT1M", "-PT1M0.001S");

    private TimeArbitraries() {}

    private static Duration[] times(String... texts) {
        Duration[] times = new Duration[texts.length];
        for (int i = 0; i < texts.length; i++) {
            times[i] = Duration.parse(texts[i]);
        }
        return times;
    }

    static Arbitrary<Step> passes() {
        return Arbitraries.of(TIMES).map(TimeSteps.Pass::new);
    }

    /** Days, so that months go by. */
    static Arbitrary<Step> longPasses() {
        return Arbitraries.integers().between(1, 10).map(days -> new TimeSteps.Pass(Duration.ofDays(days)));
    }

    /** The edges of whatever the desk waits for. */
    static Arbitrary<Step> passesUntilDue() {
        return Arbitraries.of(0, -1, 1).map(TimeSteps.PassUntilDue::new);
    }

    static Arbitrary<Step> settingsOfNodes() {
        return Combinators.combine(Arbitraries.of(1, 2, 3), Arbitraries.of(SETTINGS))
                .as(TimeSteps.SetNodeClock::new);
    }

    static Arbitrary<Step> settingsOfTheDatabase() {
        return Arbitraries.of(SETTINGS).map(TimeSteps.SetDatabaseClock::new);
    }
}
