package io.larkdesk.core.budgeting;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.budgeting.Habits.Cost;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.Decision.Reason;
import io.larkdesk.core.reminder.PastMention;
import io.larkdesk.core.reminder.ReminderPolicy;
import io.larkdesk.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class HabitsProperties {

    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final Instant BEGAN = Instant.parse("2026-04-01T00:00:00Z");
    private static final Duration MONTH = Duration.ofDays(30);
    private static final ReminderPolicy POLICY = ReminderPolicy.DEFAULT;

    private static PersonId person(int number) {
        return new PersonId(TENANT, new UUID(2, number));
    }

    private static PastMention mention(int person, long second) {
        return new PastMention(person(person), BEGAN.plusSeconds(second), Optional.empty());
    }

    @Provide
    Arbitrary<List<PastMention>> mentions() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.longs().between(0, 40_000))
                .as(HabitsProperties::mention)
                .list()
                .ofMaxSize(60);
    }

    @Property
    void morePeopleNeverCostLess(
            @ForAll("mentions") List<PastMention> past,
            @ForAll @IntRange(min = 1, max = 5_000) int people,
            @ForAll @IntRange(min = 1, max = 500) int more) {
        Habits habits = Habits.of(past, 6, MONTH);
        Cost few = habits.cost(people, POLICY);
        Cost many = habits.cost(people + more, POLICY);

        assertThat(many.low()).isGreaterThanOrEqualTo(few.low());
        assertThat(many.likely()).isGreaterThanOrEqualTo(few.likely());
        assertThat(many.high()).isGreaterThanOrEqualTo(few.high());
    }

    @Property
    void aLongerWindowNeverCostsMore(
            @ForAll("mentions") List<PastMention> past,
            @ForAll @IntRange(min = 1, max = 120) int minutes,
            @ForAll @IntRange(max = 120) int more) {
        Habits habits = Habits.of(past, 6, MONTH);

        assertThat(habits.cost(6, POLICY.withWindow(Duration.ofMinutes((long) minutes + more)))
                        .likely())
                .isLessThanOrEqualTo(habits.cost(6, POLICY.withWindow(Duration.ofMinutes(minutes)))
                        .likely());
    }

    @Property
    void oneMoreMentionNeverMakesItCheaper(
            @ForAll("mentions") List<PastMention> past, @ForAll @IntRange(max = 40_000) int second) {
        List<PastMention> more = new ArrayList<>(past);
        more.add(mention(0, second));

        assertThat(Habits.of(more, 6, MONTH).cost(6, POLICY).likely())
                .isGreaterThanOrEqualTo(
                        Habits.of(past, 6, MONTH).cost(6, POLICY).likely());
    }

    @Property
    void theSamePeopleCostAtMostACallForEachMention(@ForAll("mentions") List<PastMention> past) {
        assertThat(Habits.of(past, 6, MONTH).cost(6, POLICY).likely())
                .isBetween(past.isEmpty() ? 0L : 1L, (long) past.size());
    }

    @Example
    void whatComesWithinAWindowSharesAReminder() {
        // At 0 s the first goes at 5 s; at 100 s and 604 s wait for 605 s; 606 s waits for 1205 s
        List<PastMention> past = List.of(mention(0, 0), mention(0, 100), mention(0, 604), mention(0, 606));

        assertThat(Habits.of(past, 1, MONTH).cost(1, POLICY).likely()).isEqualTo(3);
        assertThat(Habits.of(past, 1, MONTH).cost(100, POLICY).likely()).isEqualTo(300);
        assertThat(Habits.of(past, 3, MONTH).cost(100, POLICY).likely()).isEqualTo(100);
    }

    @Example
    void onlyWhatCallsForAReminderCosts() {
        List<PastMention> past = new ArrayList<>();
        for (Reason reason : Reason.values()) {
            past.add(new PastMention(person(0), BEGAN.plus(Duration.ofHours(past.size())), Optional.of(reason)));
        }
        Habits habits = Habits.of(past, 1, MONTH);

        assertThat(habits.cost(1, POLICY).likely()).isEqualTo(1);
        assertThat(habits.read()).isEqualTo(1);
        assertThat(habits.count()).isEqualTo(2);
    }

    @Example
    void aWeekAndTwentyMentionsAreWanted() {
        List<PastMention> past = new ArrayList<>();
        for (int second = 0; second < 19; second++) {
            past.add(mention(0, second));
        }
        assertThat(Habits.of(past, 1, Duration.ofDays(7)).areKnown()).isFalse();
        past.add(mention(0, 99));
        assertThat(Habits.of(past, 1, Duration.ofDays(7)).areKnown()).isTrue();
        assertThat(Habits.of(past, 1, Duration.ofDays(7).minusMillis(1)).areKnown())
                .isFalse();
    }
}
