package io.larkdesk.app.connections;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How long is waited for a request. */
class RequestClockTest {

    private static final long SECOND = 1_000_000_000;

    private final RequestClock clock = new RequestClock();

    @Test
    void aHeadHasToBeThereInTenSecondsHoweverOftenAByteComes() {
        clock.begin(0);
        clock.reading(0);
        for (long now = 0; now < 10; now++) {
            assertThat(clock.left(now * SECOND)).isPositive();
            clock.read(1, now * SECOND);
        }

        assertThat(clock.left(10 * SECOND)).isNotPositive();
    }

    @Test
    void aBodyHasToBeThereInFifteenSecondsHoweverOftenAByteComes() {
        clock.begin(0);
        clock.headRead(false, 3 * SECOND);
        drip(3, 18, 1);

        assertThat(clock.left(18 * SECOND)).isNotPositive();
    }

    @Test
    void timeInWhichWeDoNotReadIsNotTheirs() {
        clock.begin(0);
        clock.headRead(false, 0);
        clock.reading(0);
        clock.read(1, SECOND);
        clock.readComplete(SECOND);

        assertThat(clock.left(100 * SECOND)).isEqualTo(14 * SECOND);
    }

    @Test
    void filesMayTakeAsLongAsTheyComeOn() {
        clock.begin(0);
        clock.headRead(true, 0);
        drip(0, 120, 2_000);
        assertThat(clock.left(120 * SECOND)).isPositive();
        drip(120, 140, 100);

        assertThat(clock.left(140 * SECOND)).isNotPositive();
    }

    @Test
    void betweenRequestsNothingIsWaitedForAndTheNextOneHasItsOwnTime() {
        clock.begin(0);
        clock.headRead(false, SECOND);
        clock.requestRead();
        assertThat(clock.isWaiting()).isFalse();
        assertThat(clock.left(1_000 * SECOND)).isPositive();

        clock.read(1, 1_000 * SECOND);
        assertThat(clock.left(1_009 * SECOND)).isPositive();
        assertThat(clock.left(1_010 * SECOND)).isNotPositive();
    }

    private void drip(long from, long until, int bytes) {
        for (long now = from; now < until; now++) {
            clock.reading(now * SECOND);
            clock.read(bytes, (now + 1) * SECOND);
            clock.readComplete((now + 1) * SECOND);
        }
    }
}
