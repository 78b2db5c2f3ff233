package io.larkdesk.core.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.escalation.Page.About;
import io.larkdesk.core.escalation.Page.End;
import io.larkdesk.core.escalation.Page.Kind;
import io.larkdesk.core.escalation.Page.Over;
import io.larkdesk.core.escalation.Page.Sending;
import io.larkdesk.core.escalation.Page.Sent;
import io.larkdesk.core.escalation.Page.State;
import io.larkdesk.core.escalation.Page.Update;
import io.larkdesk.core.escalation.Page.Waiting;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What becomes of a page when the clock is set back, and when a backup was restored. */
class PageTest {

    private static final Instant NOW = Instant.parse("2026-03-09T09:00:00Z");
    private static final Instant BEFORE = NOW.minus(Duration.ofHours(1));
    private static final Duration ATTEMPT = Duration.ofSeconds(15);
    private static final Instant LATEST = BEFORE.plus(ATTEMPT);
    private static final State OVER = new Over(End.NOT_NEEDED, NOW);

    private static Page in(State state) {
        TenantId acme = new TenantId(new UUID(1, 1));
        return new Page(
                new PageId(new UUID(5, 5)),
                new EmergencyId(new GroupId(acme, new UUID(2, 2)), new UUID(4, 4)),
                new About(Kind.ALERT, 0, 1),
                new PersonId(new TenantId(new UUID(1, 2)), new UUID(3, 3)),
                state);
    }

    private static State clamped(State state) {
        return in(state).clampedTo(BEFORE, ATTEMPT).state();
    }

    private static State expired(State state) {
        return in(state).expired(NOW).state();
    }

    @Test
    void afterTheClockWasSetBackNothingTakesLongerThanAnAttempt() {
        assertThat(clamped(new Waiting(NOW))).isEqualTo(new Waiting(LATEST));
        assertThat(clamped(new Sending(2, NOW, NOW)))
                .as("nobody knows any more how long it was tried")
                .isEqualTo(new Sending(2, Instant.EPOCH, LATEST));
        assertThat(clamped(new Sent("om_1", NOW, Optional.of(new Update(1, NOW)))))
                .isEqualTo(new Sent("om_1", NOW, Optional.of(new Update(1, LATEST))));
    }

    @Test
    void whatIsDueInTimeOrNeverStaysAsItIs() {
        Sending inTime = new Sending(2, NOW, LATEST);

        assertThat(clamped(inTime)).isEqualTo(inTime);
        assertThat(clamped(OVER)).isEqualTo(OVER);
    }

    @Test
    void whatIsNotSentAnyMoreSaysWhetherItMayHaveArrived() {
        assertThat(expired(new Waiting(NOW))).isEqualTo(new Over(End.EXPIRED, NOW));
        assertThat(expired(new Sending(1, NOW, NOW))).isEqualTo(new Over(End.UNCONFIRMED, NOW));
        assertThat(expired(new Sent("om_1", BEFORE, Optional.of(new Update(1, NOW)))))
                .isEqualTo(new Sent("om_1", BEFORE, Optional.empty()));
        assertThat(expired(OVER)).isEqualTo(OVER);
    }
}
