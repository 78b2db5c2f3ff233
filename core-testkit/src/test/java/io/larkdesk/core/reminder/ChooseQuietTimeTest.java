package io.larkdesk.core.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.larkdesk.core.person.Person;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long somebody may want no reminder. */
class ChooseQuietTimeTest {

    private final ManualClock clock = new ManualClock();
    private final InMemoryDesk desk = new InMemoryDesk(clock);
    private final Scene scene = new Scene(desk, new SeededRandomness(1));
    private final Person ann = scene.person(scene.customer("Acme"), "Ann");
    private final ChooseQuietTime choose = new ChooseQuietTime(desk.transactions(), desk.quietTimes(), desk.permits());

    @ParameterizedTest
    @ValueSource(strings = {"PT0.001S", "P30D"})
    void aPauseLastsAsLongAsIsChosen(Duration pause) {
        choose.pause(ann.id(), Optional.of(pause));

        assertThat(desk.quietTimes().get(ann.id()).pauseAt(clock.instant()))
                .contains(clock.instant().plus(pause));
        clock.advance(pause);
        assertThat(desk.quietTimes().get(ann.id()).pauseAt(clock.instant())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-0.001S", "PT720H0.001S"})
    void noneAtAllAndMoreThanThirtyDaysAreRefused(Duration pause) {
        assertThatIllegalArgumentException().isThrownBy(() -> choose.pause(ann.id(), Optional.of(pause)));
        assertThat(desk.quietTimes().get(ann.id()).pausedUntil()).isEmpty();
    }
}
