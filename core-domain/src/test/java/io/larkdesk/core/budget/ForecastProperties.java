package io.larkdesk.core.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ForecastProperties {

    private static final TenantId TENANT = new TenantId(new UUID(1, 1));
    private static final YearMonth APRIL = YearMonth.of(2026, 4);

    private static Instant hour(int day, int hour) {
        return APRIL.atDay(day).atStartOfDay(ZoneOffset.UTC).toInstant().plus(Duration.ofHours(hour));
    }

    private static CallDay calls(LocalDate day, int count) {
        return new CallDay(TENANT, day, Map.of(CallPurpose.REMINDER, count), Map.of());
    }

    /** The days of the ledger from the first of April on. */
    private static List<CallDay> ledger(List<Integer> counts) {
        List<CallDay> days = new ArrayList<>();
        counts.forEach(count -> days.add(calls(APRIL.atDay(days.size() + 1), count)));
        return days;
    }

    private static CallBudget budget(List<CallDay> days) {
        return new CallBudget(
                TENANT,
                APRIL,
                Allowance.FREE_EDITION,
                days.stream().mapToInt(CallDay::used).sum(),
                0,
                false);
    }

    private static Forecast forecast(List<Integer> counts, Instant now) {
        return Forecast.of(budget(ledger(counts)), ledger(counts), now).orElseThrow();
    }

    private static List<Integer> constant(int calls, int days, int today) {
        List<Integer> counts = new ArrayList<>();
        for (int day = 0; day < days; day++) {
            counts.add(calls);
        }
        counts.add(today);
        return counts;
    }

    @Property
    void theForecastLiesWithinItsBoundsAndIsNoLessThanWhatWasSpent(
            @ForAll @Size(min = 2, max = 30) List<@IntRange(max = 900) Integer> counts,
            @ForAll @IntRange(max = 23) int hour) {
        Forecast forecast = forecast(counts, hour(counts.size(), hour));

        assertThat(forecast.spent())
                .isEqualTo(counts.stream().mapToInt(Integer::intValue).sum());
        assertThat(forecast.low()).isBetween((long) forecast.spent(), forecast.likely());
        assertThat(forecast.high()).isGreaterThanOrEqualTo(forecast.likely());
        assertThat(forecast.likely()).isLessThanOrEqualTo(forecast.spent() + 30L * 900);
    }

    @Property
    void daysThatAreAllAlikeAreForecastExactlyAtAnyTimeOfTheDay(
            @ForAll @IntRange(min = 1, max = 900) int calls,
            @ForAll @IntRange(min = 1, max = 29) int days,
            @ForAll @IntRange(max = 100) int percentOfToday,
            @ForAll @IntRange(max = 23) int hour) {
        Forecast forecast = forecast(constant(calls, days, calls * percentOfToday / 100), hour(days + 1, hour));

        assertThat(forecast.likely()).isEqualTo(30L * calls);
        if (days >= Forecast.DAYS_WANTED) {
            assertThat(forecast.isEarly()).isFalse();
            assertThat(forecast.high() - forecast.low()).isLessThanOrEqualTo(2);
        }
    }

    @Property
    void theIntervalNarrowsAsDaysThatAreAlikePass(
            @ForAll @IntRange(min = 1, max = 900) int calls, @ForAll @IntRange(min = 1, max = 28) int days) {
        Forecast before = forecast(constant(calls, days, 0), hour(days + 1, 0));
        Forecast after = forecast(constant(calls, days + 1, 0), hour(days + 2, 0));

        assertThat(after.high() - after.low()).isLessThanOrEqualTo(before.high() - before.low());
    }

    /** Every other day has none: of such days more narrow it, too. */
    @Property
    void theIntervalNarrowsAsUnevenDaysPass(
            @ForAll @IntRange(min = 10, max = 900) int calls, @ForAll @IntRange(min = 1, max = 12) int pairs) {
        List<Integer> counts = new ArrayList<>();
        for (int pair = 0; pair < pairs; pair++) {
            counts.addAll(List.of(calls, 0));
        }
        Forecast before = forecast(counts, hour(2 * pairs, 0));
        counts.addAll(List.of(calls, 0));
        Forecast after = forecast(counts, hour(2 * pairs + 2, 0));

        assertThat(after.high() - after.low()).isLessThan(before.high() - before.low());
    }

    @Property
    void moreCallsOnAnyDayAreNeverForecastAsFewer(
            @ForAll @Size(min = 2, max = 29) List<@IntRange(max = 900) Integer> counts,
            @ForAll @IntRange(max = 28) int chosen,
            @ForAll @IntRange(min = 1, max = 99) int more) {
        List<Integer> larger = new ArrayList<>(counts);
        int day = chosen % counts.size();
        larger.set(day, counts.get(day) + more);
        Instant now = hour(counts.size(), 12);

        assertThat(forecast(larger, now).likely())
                .isGreaterThanOrEqualTo(forecast(counts, now).likely());
    }

    @Example
    void theFirstDayOfATenantTellsNothing() {
        List<CallDay> today = List.of(calls(APRIL.atDay(1), 300));

        assertThat(Forecast.of(budget(today), today, hour(1, 23))).isEmpty();
        assertThat(Forecast.of(budget(List.of()), List.of(), hour(9, 0))).isEmpty();
    }

    @Example
    void oneDayIsNotReliedOn() {
        Forecast forecast = forecast(List.of(100, 0), hour(2, 0));

        assertThat(forecast.isEarly()).isTrue();
        assertThat(forecast.likely()).isEqualTo(3_000);
        assertThat(forecast.low()).isEqualTo(100);
        // A day is as uneven as its whole average: 3000 + 1.645 · 100 · √(29 + 29²)
        assertThat(forecast.high()).isEqualTo(7_853);
    }

    @Example
    void daysAreAsUnevenAsTheyWere() {
        // ± 1.645 · √(10 · 10² / 9) · √(20 + 20² / 10)
        assertThat(forecast(List.of(0, 20, 0, 20, 0, 20, 0, 20, 0, 20, 0), hour(11, 0)))
                .isEqualTo(new Forecast(100, 165, 300, 435, 10));
    }

    @Example
    void fewDaysAreMoreUnevenThanTheyLook() {
        // ± 1.645 · 10 · 4/6 · √(27 + 27² / 3)
        assertThat(forecast(List.of(10, 10, 10, 0), hour(4, 0))).isEqualTo(new Forecast(30, 119, 300, 481, 3));
    }

    @Example
    void theLastMonthTellsOfTheFirstDaysOfThis() {
        List<CallDay> days = new ArrayList<>();
        for (int day = 1; day <= 31; day++) {
            days.add(calls(LocalDate.of(2026, 3, day), 50));
        }

        Forecast forecast = Forecast.of(
                        new CallBudget(TENANT, APRIL, Allowance.FREE_EDITION, 0, 0, false), days, hour(1, 0))
                .orElseThrow();

        assertThat(forecast).isEqualTo(new Forecast(0, 1_500, 1_500, 1_500, 28));
    }

    @Example
    void aQuietDayInBetweenCounts() {
        List<CallDay> days = List.of(calls(APRIL.atDay(1), 90), calls(APRIL.atDay(3), 90));

        assertThat(Forecast.of(budget(days), days, hour(4, 0)).orElseThrow().likely())
                .isEqualTo(180 + 27 * 60);
    }
}
