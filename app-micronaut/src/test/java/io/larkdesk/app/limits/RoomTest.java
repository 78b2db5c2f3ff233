package io.larkdesk.app.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.limits.Places.Place;
import io.larkdesk.core.tenant.AppId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoomTest {

    private static final Optional<AppId> NOISY = AppId.parse("cli_noisy");
    private static final Optional<AppId> QUIET = AppId.parse("cli_quiet");

    private final Room room = new Room(3, 2);

    @Test
    void whoAsksForAllLeavesSomeToOthers() {
        assertThat(room.enter(NOISY)).isPresent();
        Place last = room.enter(NOISY).orElseThrow();
        assertThat(room.isOpenFor(NOISY)).isFalse();
        assertThat(room.enter(NOISY)).isEmpty();

        assertThat(room.isOpenFor(QUIET)).isTrue();
        Place other = room.enter(QUIET).orElseThrow();
        assertThat(room.isOpenFor(Optional.empty())).isFalse();
        assertThat(room.enter(QUIET)).isEmpty();

        other.leave();
        assertThat(room.isOpenFor(NOISY))
                .as("a place, but not within the share")
                .isFalse();
        last.leave();
        assertThat(room.enter(NOISY)).isPresent();
        assertThat(room.enter(QUIET)).isPresent();
    }

    @Test
    void whoIsOfNoAppMayHaveAllAndARefusalTakesNothing() {
        Place first = room.enter(Optional.empty()).orElseThrow();
        assertThat(room.enter(Optional.empty())).isPresent();
        assertThat(room.enter(Optional.empty())).isPresent();
        assertThat(room.left()).isZero();
        for (int i = 0; i < 5; i++) {
            assertThat(room.enter(QUIET)).isEmpty();
        }

        first.leave();
        first.leave();

        assertThat(room.left()).isEqualTo(1);
        assertThat(room.enter(QUIET)).isPresent();
    }
}
