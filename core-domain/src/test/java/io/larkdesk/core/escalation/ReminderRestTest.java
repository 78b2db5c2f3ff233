package io.larkdesk.core.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How long a Reminder keeps the next one back, when it counts as in vain, and how often it is looked at. */
class ReminderRestTest {

    private static final Instant NOW = Instant.parse("2026-03-09T09:00:00Z");
    private static final Duration MILLI = Duration.ofMillis(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final TenantId ACME = new TenantId(new UUID(1, 1));

    private static Reminder reminder(long seq, Instant at) {
        return new Reminder(
                new MessageId(new GroupId(ACME, new UUID(2, 2)), seq),
                new PersonId(ACME, new UUID(3, 1)),
                at,
                new ClientId(new UUID(4, seq)),
                new PersonId(new TenantId(new UUID(1, 2)), new UUID(3, 2)),
                Optional.empty(),
                Reminder.Progress.begin(at));
    }

    private static Duration restAfter(Duration time) {
        Instant now = NOW.plus(time);
        return Duration.between(now, Reminding.nextLook(reminder(1, NOW), now).orElseThrow());
    }

    @Test
    void theNextOneIsKeptBackForTenMinutesUnlessTheClockWasSetBack() {
        Reminder last = reminder(1, NOW);
        Reminding reminding = new Reminding(List.of(last), 0);
        Instant end = NOW.plus(Duration.ofMinutes(10));
        Instant earliest = NOW.minus(MINUTE);

        assertThat(reminding.coolingDownBy(end.minus(MILLI))).contains(last);
        assertThat(reminding.coolingDownBy(end)).isEmpty();
        assertThat(reminding.coolingDownBy(earliest)).contains(last);
        assertThat(reminding.coolingDownBy(earliest.minus(MILLI))).isEmpty();
    }

    @Test
    void twoAreInVainOnceTheFirstHadNoReplyInTime() {
        Duration replyWithin = Duration.ofMinutes(30);
        Instant end = NOW.plus(replyWithin);
        Reminding two = new Reminding(List.of(reminder(5, NOW.plus(MINUTE)), reminder(3, NOW)), 0);

        assertThat(two.isInVain(replyWithin, end.minus(MILLI))).isFalse();
        assertThat(two.isInVain(replyWithin, end)).isTrue();
        assertThat(new Reminding(two.last(), 3).isInVain(replyWithin, end.plus(MINUTE)))
                .isFalse();
    }

    @Test
    void itIsLookedAtOftenAtFirstThenEachMinuteAndNotForMoreThanADay() {
        Instant end = NOW.plus(Duration.ofDays(1));

        assertThat(restAfter(Duration.ZERO)).isEqualTo(Duration.ofSeconds(5));
        assertThat(restAfter(Duration.ofMinutes(10).minus(MILLI))).isEqualTo(Duration.ofSeconds(5));
        assertThat(restAfter(Duration.ofMinutes(10))).isEqualTo(MINUTE);
        assertThat(restAfter(Duration.ofDays(1).minus(MILLI))).isEqualTo(MINUTE);
        assertThat(Reminding.nextLook(reminder(1, NOW), end)).isEmpty();
    }
}
