package io.larkdesk.core.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.conversation.ReadCursor;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.Decision.Reason;
import io.larkdesk.core.reminder.MentionFacts.Standing;
import io.larkdesk.core.reminder.ReminderPolicy.Plan;
import io.larkdesk.core.reminder.ReminderPolicy.Reach;
import io.larkdesk.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderPolicyTest {

    private static final ReminderPolicy POLICY = ReminderPolicy.DEFAULT;
    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final PersonId ANN = new PersonId(TENANT, new UUID(1, 2));
    private static final GroupId GROUP = new GroupId(TENANT, new UUID(1, 3));
    private static final Instant NOW = Instant.parse("2026-03-09T09:00:00Z");
    private static final Instant GRACED = NOW.plus(POLICY.grace());

    private static final Permit.Free OPEN = Permit.unused(ANN);

    private static MentionFacts mention(long seq, Instant at) {
        return new MentionFacts(new MessageId(GROUP, seq), ANN, at, true, Standing.STANDS, false, Optional.empty());
    }

    private static MentionFacts lookedAt(MentionFacts mention, Instant until) {
        return new MentionFacts(
                mention.message(), ANN, mention.mentionedAt(), true, Standing.STANDS, false, Optional.of(until));
    }

    private static Plan plan(Permit.Free permit, Instant now, MentionFacts... pending) {
        return POLICY.plan(permit, List.of(pending), Reach.OPEN, now);
    }

    @Test
    void mentionWaitsForItsGraceAndNoLonger() {
        MentionFacts mention = mention(1, NOW);

        assertThat(plan(OPEN, GRACED.minusMillis(1), mention))
                .isEqualTo(new Plan(Map.of(), List.of(), Optional.of(GRACED)));
        assertThat(plan(OPEN, GRACED, mention)).isEqualTo(new Plan(Map.of(), List.of(mention), Optional.empty()));
        assertThat(plan(OPEN, GRACED.plusMillis(1), mention).remind()).containsExactly(mention);
    }

    @Test
    void reminderWaitsForThePermitAndNoLonger() {
        Instant opens = NOW.plus(POLICY.window());
        Permit.Free permit = new Permit.Free(ANN, opens);
        MentionFacts mention = mention(1, NOW);

        assertThat(plan(permit, opens.minusMillis(1), mention))
                .isEqualTo(new Plan(Map.of(), List.of(), Optional.of(opens)));
        assertThat(plan(permit, opens, mention).remind()).containsExactly(mention);
        assertThat(plan(permit, opens.plusMillis(1), mention).remind()).containsExactly(mention);
    }

    @Test
    void reminderThatGoesTellsOfYoungMentionsToo() {
        MentionFacts old = mention(1, NOW);
        MentionFacts young = mention(2, GRACED);

        assertThat(plan(OPEN, GRACED, old, young).remind()).containsExactly(old, young);
    }

    @Test
    void nothingPendingIsNothingToDo() {
        assertThat(plan(OPEN, NOW)).isEqualTo(new Plan(Map.of(), List.of(), Optional.empty()));
    }

    @Test
    void whoLooksIsNotRemindedUntilTheyLookAway() {
        Instant until = GRACED.plusSeconds(10);
        MentionFacts mention = lookedAt(mention(1, NOW), until);

        assertThat(plan(OPEN, until.minusMillis(1), mention))
                .isEqualTo(new Plan(Map.of(), List.of(), Optional.of(until)));
        assertThat(plan(OPEN, until, mention).remind()).containsExactly(mention);
    }

    @Test
    void whatIsLookedAtWaitsWhileOtherMentionsAreToldOf() {
        MentionFacts seen = lookedAt(mention(1, NOW), GRACED.plusSeconds(10));
        MentionFacts unseen = mention(2, NOW);

        assertThat(plan(OPEN, GRACED, seen, unseen).remind()).containsExactly(unseen);
    }

    @Test
    void whoSeemsToLookForHoursLooksNoMoreSinceTheClockWasSetBack() {
        Instant believable = GRACED.plus(ReadCursor.LOOKING_LASTS).plus(Permit.CLOCK_STEP);

        assertThat(plan(OPEN, GRACED, lookedAt(mention(1, NOW), believable)).remind())
                .isEmpty();
        assertThat(plan(OPEN, GRACED, lookedAt(mention(1, NOW), believable.plusMillis(1)))
                        .remind())
                .hasSize(1);
    }

    @Test
    void graceOfAMentionOfTheFutureIsOverSinceTheClockWasSetBack() {
        MentionFacts mention = mention(1, NOW.plus(Permit.CLOCK_STEP));

        assertThat(plan(OPEN, NOW.minusMillis(1), mention).remind()).containsExactly(mention);
        assertThat(plan(OPEN, NOW, mention).due()).contains(GRACED.plus(Permit.CLOCK_STEP));
        assertThat(plan(OPEN, NOW.plusMillis(1), mention).due()).contains(GRACED.plus(Permit.CLOCK_STEP));
    }

    @ParameterizedTest
    @CsvSource({
        "true,  STANDS,     true,  OPEN,          READ_IN_TIME",
        "false, STANDS,     false, OPEN,          LEFT_GROUP",
        "true,  EDITED_OUT, false, OPEN,          MENTION_EDITED_OUT",
        "true,  DELETED,    false, OPEN,          MESSAGE_DELETED",
        "true,  STANDS,     false, SUSPENDED,     TENANT_SUSPENDED",
        "true,  STANDS,     false, OUT_OF_BUDGET, OUT_OF_BUDGET",
        "false, DELETED,    true,  SUSPENDED,     MESSAGE_DELETED",
        "false, EDITED_OUT, true,  SUSPENDED,     MENTION_EDITED_OUT",
        "false, STANDS,     true,  SUSPENDED,     LEFT_GROUP",
        "true,  STANDS,     true,  OUT_OF_BUDGET, READ_IN_TIME"
    })
    void whatMakesAReminderPointlessIsTheReasonForNone(
            boolean member, Standing standing, boolean read, Reach reach, Reason reason) {
        MentionFacts mention =
                new MentionFacts(new MessageId(GROUP, 1), ANN, NOW, member, standing, read, Optional.empty());

        assertThat(POLICY.plan(OPEN, List.of(mention), reach, NOW))
                .isEqualTo(new Plan(Map.of(mention, reason), List.of(), Optional.empty()));
        assertThat(POLICY.isWanted(mention, reach)).isFalse();
    }

    @Test
    void mentionThatStandsUnreadIsWanted() {
        assertThat(POLICY.isWanted(mention(1, NOW), Reach.OPEN)).isTrue();
    }

    @Test
    void retriesEndWithinLarksHour() {
        Permit.Held held = OPEN.take(new ReminderId(new UUID(2, 1)), NOW, POLICY.attemptWithin());
        Instant end = NOW.plus(POLICY.retryWithin());

        assertThat(POLICY.mayRetry(held, NOW)).isTrue();
        assertThat(POLICY.mayRetry(held, end.minusMillis(1))).isTrue();
        assertThat(POLICY.mayRetry(held, end)).isFalse();
        assertThat(POLICY.mayRetry(held, NOW.minusMillis(1))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"1, PT1S", "2, PT2S", "3, PT4S", "6, PT32S", "7, PT1M", "8, PT1M", "200, PT1M"})
    void pausesBetweenRetriesGrowUpToAMinute(int attempt, Duration pause) {
        Permit.Held held = new Permit.Held(ANN, new ReminderId(new UUID(2, 1)), attempt, NOW, GRACED);

        assertThat(POLICY.retryAt(held)).isEqualTo(GRACED.plus(pause));
    }

    @Test
    void anotherWindowChangesNothingElse() {
        assertThat(POLICY.withWindow(Duration.ofMinutes(30)))
                .isEqualTo(new ReminderPolicy(
                        Duration.ofMinutes(30), POLICY.grace(), POLICY.attemptWithin(), POLICY.retryWithin()));
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S,   PT5S,  PT15S, PT50M, window",
        "PT-1S,  PT5S,  PT15S, PT50M, window",
        "PT10M,  PT-1S, PT15S, PT50M, grace",
        "PT10M,  PT5S,  PT0S,  PT50M, attemptWithin",
        "PT10M,  PT5S,  PT15S, PT0S,  retryWithin",
        "PT10M,  PT5S,  PT15S, PT59M45S, retryWithin"
    })
    void durationsThatMakeNoSenseAreRefused(
            Duration window, Duration grace, Duration attemptWithin, Duration retryWithin, String name) {
        assertThatThrownBy(() -> new ReminderPolicy(window, grace, attemptWithin, retryWithin))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @Test
    void graceMayBeNothingAndRetriesMayLastUntilJustBeforeLarksHour() {
        assertThat(new ReminderPolicy(
                                Duration.ofMillis(1),
                                Duration.ZERO,
                                Duration.ofSeconds(15),
                                Duration.ofMinutes(59).plusSeconds(45).minusMillis(1))
                        .grace())
                .isZero();
    }

    @Test
    void aPlanMayAskForALongerWindowAndNeverForAShorterOne() {
        for (int minutes = 10; minutes <= 60; minutes++) {
            Duration asked = Duration.ofMinutes(minutes);
            assertThat(ReminderPolicy.DEFAULT.asking(new ReminderWindow(asked)).window())
                    .isEqualTo(asked)
                    .isGreaterThanOrEqualTo(ReminderPolicy.DEFAULT.window());
        }
        ReminderPolicy longer = ReminderPolicy.DEFAULT.withWindow(Duration.ofMinutes(30));
        assertThat(longer.asking(new ReminderWindow(Duration.ofMinutes(10)))).isEqualTo(longer);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReminderWindow(Duration.ofMinutes(10).minusMillis(1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReminderWindow(Duration.ofMinutes(60).plusMillis(1)));
    }
}
