package io.larkdesk.core.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.budget.BudgetPolicy.Step;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class BudgetPolicyProperties {

    private static final YearMonth MONTH = YearMonth.of(2026, 4);
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private static CallBudget budget(int allowance, int used) {
        return new CallBudget(new TenantId(new UUID(1, 1)), MONTH, new Allowance(allowance), used, 0, false);
    }

    private static Step step(int reserve, int allowance, int used, long second) {
        BudgetPolicy policy =
                new BudgetPolicy(reserve, BudgetPolicy.DEFAULT.longerWindow(), BudgetPolicy.DEFAULT.hourly());
        Instant now = Instant.parse("2026-04-01T00:00:00Z").plusSeconds(second);
        return policy.step(budget(allowance, used), now);
    }

    @Property
    void moreCallsNeverMakeRemindersMoreFrequent(
            @ForAll @IntRange(max = 500) int reserve,
            @ForAll @IntRange(max = 10_000) int allowance,
            @ForAll @IntRange(max = 10_000) int used,
            @ForAll @IntRange(max = 100) int more,
            @ForAll @LongRange(max = 30 * 86_400) long second) {
        Step before = step(reserve, allowance, used, second);
        Step after = step(reserve, allowance, used + more, second);

        assertThat(after).isGreaterThanOrEqualTo(before);
        assertThat(BudgetPolicy.DEFAULT.windowAt(after, WINDOW))
                .isGreaterThanOrEqualTo(BudgetPolicy.DEFAULT.windowAt(before, WINDOW));
    }

    @Property
    void moreAllowanceNeverMakesRemindersRarer(
            @ForAll @IntRange(max = 500) int reserve,
            @ForAll @IntRange(max = 10_000) int allowance,
            @ForAll @IntRange(max = 10_000) int used,
            @ForAll @IntRange(max = 100) int more,
            @ForAll @LongRange(max = 30 * 86_400) long second) {
        assertThat(step(reserve, allowance + more, used, second))
                .isLessThanOrEqualTo(step(reserve, allowance, used, second));
    }

    @Property
    void remindersNeverReachIntoTheReserve(
            @ForAll @IntRange(max = 500) int reserve, @ForAll @IntRange(max = 10_000) int allowance) {
        BudgetPolicy policy =
                new BudgetPolicy(reserve, BudgetPolicy.DEFAULT.longerWindow(), BudgetPolicy.DEFAULT.hourly());

        assertThat(policy.usableForReminders(budget(allowance, 0))).isEqualTo(Math.max(0, allowance - reserve));
    }
}
