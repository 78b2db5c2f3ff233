package io.larkdesk.core.escalation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When a page whose outcome is unknown is sent again. */
class PagingPolicyTest {

    private static final Instant NOW = Instant.parse("2026-03-09T09:00:00Z");
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final PagingPolicy USUAL = PagingPolicy.DEFAULT;

    private static long pauseAfter(int attempt) {
        Page.Sending sending = new Page.Sending(attempt, NOW, NOW.plus(USUAL.attemptWithin()));
        return Duration.between(sending.deadline(), USUAL.retryAt(sending)).toSeconds();
    }

    @Test
    void pausesDoubleUpToHalfAMinute() {
        assertThat(IntStream.rangeClosed(1, 8).mapToLong(PagingPolicyTest::pauseAfter))
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }

    @Test
    void itIsSentAgainForFiftyMinutesAndNotAfterTheClockWasSetBack() {
        Page.Sending sending = new Page.Sending(1, NOW, NOW.plus(USUAL.attemptWithin()));
        Instant end = NOW.plus(Duration.ofMinutes(50));

        assertThat(USUAL.mayRetry(sending, NOW)).isTrue();
        assertThat(USUAL.mayRetry(sending, end.minusMillis(1))).isTrue();
        assertThat(USUAL.mayRetry(sending, end)).isFalse();
        assertThat(USUAL.mayRetry(sending, NOW.minusMillis(1))).isFalse();
    }

    @Test
    void timesArePositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PagingPolicy(Duration.ZERO, SECOND, SECOND))
                .withMessageStartingWith("attemptWithin");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PagingPolicy(SECOND, Duration.ZERO, SECOND))
                .withMessageStartingWith("retryWithin");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PagingPolicy(SECOND, SECOND, Duration.ZERO))
                .withMessageStartingWith("lateAfter");
    }
}
