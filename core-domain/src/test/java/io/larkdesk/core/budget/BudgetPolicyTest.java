package io.larkdesk.core.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.budget.BudgetPolicy.Step;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetPolicyTest {

    private static final BudgetPolicy POLICY = BudgetPolicy.DEFAULT;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    /** April has 30 days; a third of it is over. */
    private static final Instant ELEVENTH_OF_APRIL = Instant.parse("2026-04-11T00:00:00Z");

    private static CallBudget april(Allowance allowance, int used) {
        return new CallBudget(new TenantId(new UUID(1, 1)), YearMonth.of(2026, 4), allowance, used, 0, false);
    }

    /** 9,700 calls are usable; at a third of the month three times as many as used are forecast. */
    @ParameterizedTest
    @CsvSource({
        "0, EVERY_WINDOW",
        "3233, EVERY_WINDOW",
        "3234, LONGER_WINDOW",
        "6466, LONGER_WINDOW",
        "6467, HOURLY_DIGEST",
        "9699, HOURLY_DIGEST",
        "9700, WEB_ONLY",
        "10000, WEB_ONLY",
        "10001, WEB_ONLY"
    })
    void remindersBecomeRarerAsTheForecastPassesTheAllowance(int used, Step step) {
        assertThat(POLICY.step(april(Allowance.FREE_EDITION, used), ELEVENTH_OF_APRIL))
                .isEqualTo(step);
    }

    @Test
    void busyFirstMorningProvesNothing() {
        Instant began = Instant.parse("2026-04-01T00:00:00Z");
        CallBudget budget = april(Allowance.FREE_EDITION, 970);

        assertThat(POLICY.forecast(budget, began)).isEqualTo(9_700);
        assertThat(POLICY.step(budget, began)).isEqualTo(Step.EVERY_WINDOW);
        assertThat(POLICY.forecast(budget, began.plus(Duration.ofDays(3)))).isEqualTo(9_700);
        assertThat(POLICY.forecast(budget, began.plus(Duration.ofDays(6)))).isEqualTo(4_850);
    }

    @Test
    void forecastIsNeverLessThanWhatWasUsed() {
        assertThat(POLICY.forecast(april(Allowance.FREE_EDITION, 970), Instant.parse("2026-05-02T00:00:00Z")))
                .isEqualTo(970);
    }

    @Test
    void onceLarkSaysThatTheMonthIsUsedUpNobodyIsReminded() {
        CallBudget budget =
                new CallBudget(new TenantId(new UUID(1, 1)), YearMonth.of(2026, 4), Allowance.FREE_EDITION, 1, 0, true);

        assertThat(POLICY.step(budget, ELEVENTH_OF_APRIL)).isEqualTo(Step.WEB_ONLY);
        assertThat(POLICY.usableForReminders(budget)).isZero();
    }

    @Test
    void reserveIsNotForReminders() {
        assertThat(POLICY.usableForReminders(april(Allowance.FREE_EDITION, 0))).isEqualTo(9_700);
        assertThat(POLICY.usableForReminders(april(new Allowance(300), 0))).isZero();
        assertThat(POLICY.usableForReminders(april(new Allowance(299), 0))).isZero();
        assertThat(POLICY.usableForReminders(april(new Allowance(301), 0))).isEqualTo(1);
    }

    @Test
    void withoutLimitNothingIsReservedAndNothingBecomesRarer() {
        CallBudget budget = april(Allowance.UNLIMITED, 1_000_000);

        assertThat(POLICY.usableForReminders(budget)).isEqualTo(Integer.MAX_VALUE);
        assertThat(POLICY.step(budget, ELEVENTH_OF_APRIL)).isEqualTo(Step.EVERY_WINDOW);
    }

    @ParameterizedTest
    @CsvSource({"EVERY_WINDOW, PT10M", "LONGER_WINDOW, PT30M", "HOURLY_DIGEST, PT1H", "WEB_ONLY, PT1H"})
    void windowGrowsWithTheStep(Step step, Duration window) {
        assertThat(POLICY.windowAt(step, WINDOW)).isEqualTo(window);
    }

    @Test
    void noStepMakesTheWindowShorter() {
        assertThat(POLICY.windowAt(Step.LONGER_WINDOW, Duration.ofMinutes(45))).isEqualTo(Duration.ofMinutes(45));
        assertThat(POLICY.windowAt(Step.HOURLY_DIGEST, Duration.ofHours(2))).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void nothingNeedBeKeptBackAndWindowsMayBeEqual() {
        assertThat(new BudgetPolicy(0, WINDOW, WINDOW).hourly()).isEqualTo(WINDOW);
        assertThat(new BudgetPolicy(0, Duration.ZERO, Duration.ZERO).windowAt(Step.WEB_ONLY, WINDOW))
                .isEqualTo(WINDOW);
    }

    @Test
    void reserveIsNotNegativeAndWindowsGrow() {
        assertThatThrownBy(() -> new BudgetPolicy(-1, WINDOW, WINDOW)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BudgetPolicy(0, WINDOW.plusMillis(1), WINDOW))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new BudgetPolicy(0, WINDOW.negated(), WINDOW))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
