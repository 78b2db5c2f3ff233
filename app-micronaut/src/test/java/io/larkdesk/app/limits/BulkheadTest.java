package io.larkdesk.app.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.limits.Places.Place;
import io.larkdesk.core.tenant.AppId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BulkheadTest {

    private static final Optional<AppId> NOISY = AppId.parse("cli_noisy");
    private static final Optional<AppId> QUIET = AppId.parse("cli_quiet");

    private final Bulkhead bulkhead = new Bulkhead(3, 2);

    @Test
    void whoAsksForAllLeavesSomeToOthers() {
        assertThat(bulkhead.enter(NOISY)).isPresent();
        Place last = bulkhead.enter(NOISY).orElseThrow();
        assertThat(bulkhead.hasPlaceFor(NOISY)).isFalse();
        assertThat(bulkhead.enter(NOISY)).isEmpty();

        assertThat(bulkhead.hasPlaceFor(QUIET)).isTrue();
        Place other = bulkhead.enter(QUIET).orElseThrow();
        assertThat(bulkhead.hasPlaceFor(Optional.empty())).isFalse();
        assertThat(bulkhead.enter(QUIET)).isEmpty();

        other.leave();
        assertThat(bulkhead.hasPlaceFor(NOISY))
                .as("a place, but not within the share")
                .isFalse();
        last.leave();
        assertThat(bulkhead.enter(NOISY)).isPresent();
        assertThat(bulkhead.enter(QUIET)).isPresent();
    }

    @Test
    void whoIsOfNoAppMayHaveAllAndARefusalTakesNothing() {
        Place first = bulkhead.enter(Optional.empty()).orElseThrow();
        assertThat(bulkhead.enter(Optional.empty())).isPresent();
        assertThat(bulkhead.enter(Optional.empty())).isPresent();
        assertThat(bulkhead.left()).isZero();
        for (int i = 0; i < 5; i++) {
            assertThat(bulkhead.enter(QUIET)).isEmpty();
        }

        first.leave();
        first.leave();

        assertThat(bulkhead.left()).isEqualTo(1);
        assertThat(bulkhead.enter(QUIET)).isPresent();
    }
}
