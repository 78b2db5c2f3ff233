package io.larkdesk.app.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.testkit.ManualClock;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is counted by the minute. */
class WindowsTest {

    private final ManualClock clock = new ManualClock();
    private final Windows<Integer> windows = new Windows<>(clock);

    @Test
    void whatIsCountedIsForgottenAfterAMinute() {
        assertThat(windows.count(1, 4, 10)).isEqualTo(new Windows.Left(true, 6, 60));
        clock.advance(Duration.ofMillis(59_999));
        assertThat(windows.count(1, 6, 10)).isEqualTo(new Windows.Left(true, 0, 1));
        assertThat(windows.count(1, 1, 10)).isEqualTo(new Windows.Left(false, 0, 1));
        clock.advance(Duration.ofMillis(1));
        assertThat(windows.count(1, 1, 10)).isEqualTo(new Windows.Left(true, 9, 60));
    }

    @Test
    void toLookCountsNothing() {
        windows.count(1, 1, 2);
        for (int i = 0; i < 9; i++) {
            assertThat(windows.look(1, 2).isWithin()).isTrue();
        }
        windows.count(1, 1, 2);
        assertThat(windows.look(1, 2).isWithin()).isFalse();
        assertThat(windows.look(2, 2).isWithin()).isTrue();
        clock.advance(Windows.LENGTH);
        assertThat(windows.look(1, 2).isWithin()).isTrue();
    }

    @Test
    void ofMoreThanCanBeRememberedTheLastShareAWindowAndTheFirstKeepTheirs() {
        IntStream.range(0, 100_000).forEach(key -> windows.count(key, 1, 1_000));

        List<Windows.Left> late = IntStream.range(100_000, 100_003)
                .mapToObj(key -> windows.count(key, 1, 2))
                .toList();

        assertThat(late).extracting(Windows.Left::isWithin).containsExactly(true, true, false);
        assertThat(windows.count(7, 1, 2).isWithin()).isTrue();
        clock.advance(Windows.LENGTH);
        assertThat(windows.count(100_003, 1, 2).isWithin()).isTrue();
    }

    @Test
    void whoIsNewInACrowdIsKnown() {
        IntStream.range(0, 49_999).forEach(key -> windows.count(key, 1, 1_000));
        assertThat(windows.isNewInCrowd(50_000)).isFalse();

        windows.count(49_999, 1, 1_000);

        assertThat(windows.isNewInCrowd(50_000)).isTrue();
        assertThat(windows.isNewInCrowd(7)).isFalse();
    }

    @Test
    void whatWasCountedFarTooOftenIsStillTooMuch() {
        windows.count(1, Integer.MAX_VALUE, 9);
        assertThat(windows.count(1, 4, 9).isWithin()).isFalse();
    }
}
