package io.larkdesk.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.budget.BudgetPolicy.Step;
import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.budget.CallDay;
import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.budget.ChangeReason;
import io.larkdesk.core.budget.Forecast;
import io.larkdesk.core.budget.Saving;
import io.larkdesk.core.budget.StepEntry;
import io.larkdesk.core.budgeting.ChangeAllowance;
import io.larkdesk.core.budgeting.Overseers;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.Page;
import io.larkdesk.core.onboarding.Stewards;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.CallTerms;
import io.larkdesk.core.tenant.Edition;
import io.larkdesk.testkit.Effort;
import io.larkdesk.testkit.Records;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Law 4 over a whole month of three firms, figures and all; with {@code larkdesk.effort} 12, over a year of them. */
class SimulatedMonthTest {

    private static final YearMonth APRIL = YearMonth.of(2026, 4);
    private static final int YEAR = 12;

    /** It depends on where the days off lie whether the firm that shares its allowance is ever forecast as twice too much. */
    private static final Set<YearMonth> NEVER_TWICE_TOO_MUCH = Set.of(
            YearMonth.of(2026, 5),
            YearMonth.of(2026, 8),
            YearMonth.of(2026, 10),
            YearMonth.of(2026, 11),
            YearMonth.of(2027, 1),
            YearMonth.of(2027, 2));

    private static final int RESERVE = BudgetPolicy.DEFAULT.reserve();

    private SimulatedMonth month = new SimulatedMonth(APRIL, BudgetPolicy.DEFAULT);

    static Stream<YearMonth> months() {
        return IntStream.range(0, Math.min(YEAR, Effort.of(1))).mapToObj(APRIL::plusMonths);
    }

    @ParameterizedTest
    @MethodSource("months")
    void aMonthStaysWithinWhatLarkGivesAndEveryEmergencyIsHeardOf(YearMonth which) {
        month = new SimulatedMonth(which, BudgetPolicy.DEFAULT);
        allowHalf(month.shared);

        month.run(month.end);

        month.firms().forEach(this::print);
        print(String.format(
                Locale.ROOT, "%d Emergencies, %d calls for pages and their changes", month.declared, month.pagesSent));
        month.firms().forEach(this::requireWithin);
        assertThat(month.lark.refused()).isZero();
        requireHeardOf();
        requireInOrder(month.busy, List.of(Step.LONGER_WINDOW, Step.HOURLY_DIGEST, Step.WEB_ONLY));
        requireInOrder(
                month.shared,
                NEVER_TWICE_TOO_MUCH.contains(which)
                        ? List.of(Step.LONGER_WINDOW, Step.WEB_ONLY)
                        : List.of(Step.LONGER_WINDOW, Step.HOURLY_DIGEST, Step.WEB_ONLY));
        requireInOrder(month.calm, List.of());
    }

    /** The control: with nothing kept back for Emergencies, reminders use all of it up, and not every Emergency is heard of. */
    @Test
    void withoutAReserveEmergenciesAreNotHeardOf() {
        BudgetPolicy usual = BudgetPolicy.DEFAULT;
        month = new SimulatedMonth(APRIL, new BudgetPolicy(0, usual.longerWindow(), usual.hourly()));

        while (month.pagesRefused == 0 && month.clock.instant().isBefore(month.end)) {
            month.run(month.clock.instant().plus(Duration.ofHours(1)));
        }

        assertThat(calls(month.busy, CallPurpose.REMINDER)).isGreaterThan(LarkOfMonth.MOST - RESERVE);
        assertThat(month.pagesRefused).isPositive();
        assertThatThrownBy(this::requireHeardOf).isInstanceOf(AssertionError.class);
    }

    /** What the TAM does who knows of the other app. */
    private void allowHalf(Firm firm) {
        Stewards stewards = new Stewards(
                month.stores.people(), month.stores.tenants(), month.stores.groups(), month.stores.members());
        ChangeAllowance change = new ChangeAllowance(
                month.stores.transactions(),
                new Overseers(
                        month.stores.people(),
                        month.stores.tenants(),
                        month.stores.groups(),
                        month.stores.members(),
                        stewards),
                month.stores.tenants(),
                month.stores.callBudgets(),
                month.stores.budgetHistory(),
                Records.audit(month.stores));
        assertThat(change.execute(new ChangeAllowance.Command(
                        month.tam.id(),
                        firm.tenant().id(),
                        new CallTerms(Edition.FREE, Allowance.FREE_EDITION),
                        new CallTerms(Edition.FREE, new Allowance(SimulatedMonth.FOREIGN_CALLS)),
                        new ChangeReason("Their CRM sends as many cards"))))
                .isEqualTo(ChangeAllowance.Result.CHANGED);
    }

    private YearMonth yearMonth() {
        return YearMonth.from(month.begin.atOffset(ZoneOffset.UTC));
    }

    private CallBudget budget(Firm firm) {
        return month.stores.callBudgets().get(firm.tenant().id(), yearMonth());
    }

    private List<CallDay> days(Firm firm) {
        return month.stores
                .callBudgets()
                .listDays(
                        List.of(firm.tenant().id()),
                        yearMonth().atDay(1),
                        yearMonth().plusMonths(1).atDay(1));
    }

    private int calls(Firm firm, CallPurpose purpose) {
        return days(firm).stream().mapToInt(day -> day.calls(purpose)).sum();
    }

    private void requireWithin(Firm firm) {
        CallBudget budget = budget(firm);
        assertThat(budget.used())
                .isLessThanOrEqualTo(budget.allowance().calls())
                .isEqualTo(days(firm).stream().mapToInt(CallDay::used).sum());
        assertThat(calls(firm, CallPurpose.REMINDER))
                .isPositive()
                .isLessThanOrEqualTo(budget.allowance().calls() - RESERVE);
        assertThat(month.lark.calls(firm.tenant().id())).isLessThanOrEqualTo(LarkOfMonth.MOST);
        assertThat(budget.exhausted()).isFalse();
    }

    private void requireHeardOf() {
        assertThat(month.declared).isGreaterThanOrEqualTo(25);
        assertThat(month.pagesRefused).isZero();
        for (Firm firm : month.firms()) {
            assertThat(calls(firm, CallPurpose.EMERGENCY)).isPositive();
        }
        List<Emergency> ended = month.stores.emergencies().listEnded(Optional.empty(), 1_000);
        assertThat(ended).hasSize(month.declared);
        ended.forEach(emergency -> assertThat(month.stores.pages().list(emergency.id()))
                .extracting(page -> page.about().kind())
                .contains(Page.Kind.ALERT, Page.Kind.NEWS_ACKNOWLEDGED, Page.Kind.NEWS_ENDED));
        ended.forEach(emergency -> assertThat(month.stores.pages().list(emergency.id()))
                .allMatch(page -> page.state() instanceof Page.Sent));
    }

    /** Each step was told to the firm's TAM once, when it was entered first, and no looser one after a tighter one. */
    private void requireInOrder(Firm firm, List<Step> steps) {
        assertThat(month.told.stream()
                        .filter(news -> news.tenant().id().equals(firm.tenant().id()))
                        .peek(news -> assertThat(news.overseer()).contains(month.tam))
                        .map(news -> news.entry().step()))
                .containsExactlyElementsOf(steps);
        assertThat(entered(firm)).containsExactlyElementsOf(steps);
    }

    /** Which steps the firm came to when reminders became rarer, the first first. */
    private List<Step> entered(Firm firm) {
        return month.stores.budgetHistory().listSteps(firm.tenant().id(), yearMonth()).stream()
                .filter(entry -> entry.step() != Step.EVERY_WINDOW)
                .sorted(Comparator.comparing(StepEntry::firstAt))
                .map(StepEntry::step)
                .toList();
    }

    private void print(Firm firm) {
        CallBudget budget = budget(firm);
        print(String.format(
                Locale.ROOT,
                "%s: %d people, allowance %d, used %d (%d reminders, %d of Emergencies), %d by Lark's count, saved %d read in time and"
                        + " %d shared; forecast on the 11th %s, on the 21st %s; steps %s",
                firm.tenant().organisation(),
                firm.people().size(),
                budget.allowance().calls(),
                budget.used(),
                calls(firm, CallPurpose.REMINDER),
                calls(firm, CallPurpose.EMERGENCY),
                month.lark.calls(firm.tenant().id()),
                saved(firm, Saving.READ_IN_TIME),
                saved(firm, Saving.COALESCED),
                forecast(firm, 11),
                forecast(firm, 21),
                steps(firm)));
    }

    private void print(String figures) {
        System.getLogger(getClass().getName()).log(System.Logger.Level.INFO, figures);
    }

    private int saved(Firm firm, Saving saving) {
        return days(firm).stream().mapToInt(day -> day.saved(saving)).sum();
    }

    private String forecast(Firm firm, int date) {
        Instant at = month.begin.plus(Duration.ofDays(date - 1L));
        List<CallDay> before = days(firm).stream()
                .filter(day -> day.day().isBefore(CallDay.of(at)))
                .toList();
        CallBudget then = new CallBudget(
                firm.tenant().id(),
                yearMonth(),
                budget(firm).allowance(),
                before.stream().mapToInt(CallDay::used).sum(),
                0,
                false);
        return Forecast.of(then, before, at)
                .map(forecast -> forecast.likely() + " (" + forecast.low() + " to " + forecast.high() + ")")
                .orElse("unknown");
    }

    private List<String> steps(Firm firm) {
        return month.stores.budgetHistory().listSteps(firm.tenant().id(), yearMonth()).stream()
                .map(entry -> entry.step() + " since " + entry.firstAt())
                .toList();
    }

    @Test
    void anIdleDayCostsNoCall() {
        Instant evening = Instant.parse("2026-04-01T20:00:00Z");
        month.run(evening);
        int before = counted();
        assertThat(before).isPositive();

        for (int minute = 0; minute < 24 * 60; minute++) {
            month.work();
            month.clock.advance(Duration.ofMinutes(1));
        }

        assertThat(counted()).isEqualTo(before);
    }

    private int counted() {
        return month.firms().stream().mapToInt(firm -> budget(firm).used()).sum()
                + month.stores
                        .callBudgets()
                        .get(month.provider.id(), yearMonth())
                        .used();
    }
}
