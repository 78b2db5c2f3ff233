package io.larkdesk.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.limits.Windows;
import io.larkdesk.core.token.TokenId;
import io.larkdesk.testkit.ManualClock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How many requests a token has. */
class RequestLimitsTest {

    private static final TokenId TOKEN = new TokenId(new UUID(1, 2));

    private final ManualClock clock = new ManualClock();
    private final RequestLimits limits = new RequestLimits(clock);

    @Test
    void thereAreSixHundredInAMinuteAndThenAgain() {
        for (int i = 1; i <= RequestLimits.QUOTA; i++) {
            assertThat(limits.count(TOKEN)).isEqualTo(new Windows.Left(true, RequestLimits.QUOTA - i, 60));
        }
        assertThat(limits.count(TOKEN)).isEqualTo(new Windows.Left(false, 0, 60));
        clock.advance(Duration.ofMillis(59_001));
        assertThat(limits.count(TOKEN)).isEqualTo(new Windows.Left(false, 0, 1));
        clock.advance(Duration.ofMillis(999));
        assertThat(limits.count(TOKEN)).isEqualTo(new Windows.Left(true, RequestLimits.QUOTA - 1, 60));
    }

    @Test
    void eachTokenHasItsOwn() {
        limits.count(TOKEN);
        assertThat(limits.count(new TokenId(new UUID(1, 3))).remaining()).isEqualTo(RequestLimits.QUOTA - 1);
    }
}
