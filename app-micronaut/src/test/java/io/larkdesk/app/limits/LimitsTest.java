package io.larkdesk.app.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.config.LimitSettings;
import io.larkdesk.core.person.SessionToken;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.SeededRandomness;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who has to wait when very many sessions are made up. */
class LimitsTest {

    private static final Optional<String> FORGERS = Optional.of("203.0.113.7");

    private final SeededRandomness randomness = new SeededRandomness(1);
    private final Limits limits = new Limits(new LimitSettings(80, 130, 40), new ManualClock());

    private boolean isTaken(SessionToken token, Optional<String> network) {
        return limits.ofSession(token, network, false).isEmpty();
    }

    private SessionToken token() {
        return SessionToken.issue(randomness);
    }

    @Test
    void inACrowdNoSessionIsNewFromWhereStrangersHaveAskedTooOften() {
        SessionToken known = token();
        assertThat(isTaken(known, FORGERS)).isTrue();
        IntStream.range(0, 41).forEach(i -> limits.ofStranger(FORGERS.orElseThrow()));
        assertThat(isTaken(token(), FORGERS)).as("as long as there are few").isTrue();

        IntStream.range(0, 50_000).forEach(i -> limits.ofSession(token(), Optional.of("198.51.100.1"), false));

        assertThat(isTaken(token(), FORGERS)).isFalse();
        assertThat(isTaken(known, FORGERS)).isTrue();
        assertThat(isTaken(token(), Optional.of("198.51.100.1"))).isTrue();
        assertThat(isTaken(token(), Optional.empty())).isTrue();
    }
}
