package io.larkdesk.core.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PermitTest {

    private static final PersonId ANN = new PersonId(new TenantId(new UUID(1, 1)), new UUID(1, 2));
    private static final ReminderId REMINDER = new ReminderId(new UUID(2, 1));
    private static final Instant NOW = Instant.parse("2026-03-09T09:00:00Z");
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Duration ATTEMPT = Duration.ofSeconds(15);

    private final Permit.Free free = new Permit.Free(ANN, NOW);
    private final Permit.Held held = free.take(REMINDER, NOW, ATTEMPT);

    @Test
    void opensExactlyAtItsInstant() {
        assertThat(free.isOpenAt(NOW.minusMillis(1))).isFalse();
        assertThat(free.isOpenAt(NOW)).isTrue();
        assertThat(free.isOpenAt(NOW.plusMillis(1))).isTrue();
    }

    @Test
    void ofSomebodyNeverRemindedIsOpen() {
        assertThat(Permit.unused(ANN).isOpenAt(Instant.EPOCH)).isTrue();
    }

    @Test
    void isNotTakenBeforeItOpens() {
        assertThatThrownBy(() -> free.take(REMINDER, NOW.minusMillis(1), ATTEMPT))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void takenIsHeldForAFirstAttemptWithADeadline() {
        assertThat(held).isEqualTo(new Permit.Held(ANN, REMINDER, 1, NOW, NOW.plus(ATTEMPT)));
    }

    @Test
    void attemptIsOverExactlyAtItsDeadline() {
        assertThat(held.isOverAt(NOW.plus(ATTEMPT).minusMillis(1))).isFalse();
        assertThat(held.isOverAt(NOW.plus(ATTEMPT))).isTrue();
        assertThat(held.isOverAt(NOW.plus(ATTEMPT).plusMillis(1))).isTrue();
    }

    @Test
    void retryKeepsTheReminderAndWhenItBegan() {
        Instant later = NOW.plus(ATTEMPT);

        assertThat(held.retry(later, ATTEMPT)).isEqualTo(new Permit.Held(ANN, REMINDER, 2, NOW, later.plus(ATTEMPT)));
    }

    @Test
    void retryWaitsForTheDeadline() {
        assertThatThrownBy(() -> held.retry(NOW.plus(ATTEMPT).minusMillis(1), ATTEMPT))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void acknowledgedIsFreeAWindowAfterTheAcknowledgement() {
        Instant acknowledged = NOW.plusSeconds(9);

        assertThat(held.acknowledged(acknowledged, WINDOW)).isEqualTo(new Permit.Free(ANN, acknowledged.plus(WINDOW)));
    }

    @Test
    void unknownIsFreeAWindowAfterTheDeadline() {
        assertThat(held.unknown(WINDOW))
                .isEqualTo(new Permit.Free(ANN, NOW.plus(ATTEMPT).plus(WINDOW)));
    }

    @Test
    void refusedAtFirstIsFreeAsIfNeverTaken() {
        assertThat(held.refused(WINDOW)).isEqualTo(free);
    }

    @Test
    void refusedLaterIsFreeAsIfUnknown() {
        Permit.Held second = held.retry(NOW.plus(ATTEMPT), ATTEMPT);

        assertThat(second.refused(WINDOW)).isEqualTo(second.unknown(WINDOW));
    }

    @Test
    void afterTheClockWasSetBackNobodyWaitsLongerThanAWindow() {
        Instant before = NOW.minus(Duration.ofHours(1));

        assertThat(free.clampedTo(before, WINDOW)).isEqualTo(new Permit.Free(ANN, before.plus(WINDOW)));
        assertThat(free.clampedTo(NOW.minus(WINDOW), WINDOW)).isEqualTo(free);
    }

    @Test
    void afterTheClockWasSetBackTheAttemptIsTheLastAndSoonOver() {
        Instant before = NOW.minus(Duration.ofHours(1));

        assertThat(held.clampedTo(before, ATTEMPT))
                .isEqualTo(new Permit.Held(ANN, REMINDER, 1, Instant.EPOCH, before.plus(ATTEMPT)));
        assertThat(held.clampedTo(NOW, ATTEMPT)).isEqualTo(held);
    }

    @Test
    void attemptsAreCountedFromOne() {
        assertThatThrownBy(() -> new Permit.Held(ANN, REMINDER, 0, NOW, NOW))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
