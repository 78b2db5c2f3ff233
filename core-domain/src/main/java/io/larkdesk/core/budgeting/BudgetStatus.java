package io.larkdesk.core.budgeting;

import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.budget.BudgetPolicy.Step;
import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.budget.CallDay;
import io.larkdesk.core.budget.Forecast;
import io.larkdesk.core.budget.StepEntry;
import io.larkdesk.core.tenant.Tenant;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a customer's budget of this month stands.
 *
 * @param tenant whose
 * @param budget what was used of it
 * @param reserve how many calls are kept back for news of Emergencies
 * @param step how often its people are reminded
 * @param since since when, if that was noted
 * @param pace what the month comes to if it goes on as it began: from this the step follows
 * @param forecast what it comes to if its days go on as those before; empty while no whole day is known
 */
public record BudgetStatus(
        Tenant tenant,
        CallBudget budget,
        int reserve,
        Step step,
        Optional<Instant> since,
        double pace,
        Optional<Forecast> forecast) {

    /** Those that need a look first: the tightest step, then the largest part of the allowance, then by name. */
    static final Comparator<BudgetStatus> AT_RISK_FIRST = Comparator.comparing(BudgetStatus::step)
            .thenComparing(BudgetStatus::share)
            .reversed()
            .thenComparing(status -> status.tenant().organisation())
            .thenComparing(status -> status.tenant().id().value());

    /** Refuses null, and what belongs to two tenants. */
    public BudgetStatus {
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(since, "since");
        Objects.requireNonNull(forecast, "forecast");
        if (!budget.tenant().equals(tenant.id())) {
            throw new IllegalArgumentException("the budget is not that of " + tenant.id() + ": " + budget);
        }
    }

    static BudgetStatus of(
            Tenant tenant,
            CallBudget budget,
            BudgetPolicy policy,
            List<StepEntry> entered,
            List<CallDay> days,
            Instant now) {
        Step step = policy.step(budget, now);
        return new BudgetStatus(
                tenant,
                budget,
                policy.reserveOf(budget),
                step,
                since(step, budget, entered),
                policy.forecast(budget, now),
                Forecast.of(budget, days, now));
    }

    /** A month begins as usual; what has changed since it was looked at last, is not noted yet. */
    private static Optional<Instant> since(Step step, CallBudget budget, List<StepEntry> entered) {
        Optional<StepEntry> last = StepEntry.latest(entered);
        return last.isEmpty() && step == Step.EVERY_WINDOW
                ? Optional.of(budget.monthBegan())
                : last.filter(entry -> entry.step() == step).map(StepEntry::lastAt);
    }

    /** Whether reminders are rarer than usual, or the forecast says that they will be. */
    public boolean isAtRisk() {
        return step != Step.EVERY_WINDOW
                || forecast.filter(likely -> likely.likely() > usable()).isPresent();
    }

    /** How many calls reminders may bring the month to. */
    public int usable() {
        return budget.allowance().calls() - reserve;
    }

    private double share() {
        double likely = forecast.map(known -> (double) known.likely()).orElse((double) budget.used());
        return likely / Math.max(1, budget.allowance().calls());
    }
}
