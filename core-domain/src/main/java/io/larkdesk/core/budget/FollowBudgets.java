package io.larkdesk.core.budget;

import io.larkdesk.core.budget.BudgetPolicy.Step;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Notes at which step each tenant's budget stands, to be asked now and then: how often is how exactly it is known since when. Of a step that
 * is tighter than any before in the month somebody is to be told; a budget that goes back to a step is no news.
 */
@Singleton
public final class FollowBudgets {

    private final Transactions transactions;
    private final CallBudgets budgets;
    private final BudgetHistory history;
    private final BudgetPolicy policy;

    /** Takes its collaborators. */
    @Inject
    public FollowBudgets(Transactions transactions, CallBudgets budgets, BudgetHistory history, BudgetPolicy policy) {
        this.transactions = transactions;
        this.budgets = budgets;
        this.history = history;
        this.policy = policy;
    }

    /** Notes what is not as it was the last time; how much that was. */
    public int execute() {
        return transactions.inTransaction(now -> {
            YearMonth month = CallBudget.monthOf(now);
            Map<TenantId, List<StepEntry>> known =
                    history.listSteps(month).stream().collect(Collectors.groupingBy(StepEntry::tenant));
            return (int) budgets.list(month).stream()
                    .filter(budget -> follow(budget, known.getOrDefault(budget.tenant(), List.of()), now))
                    .count();
        });
    }

    private boolean follow(CallBudget budget, List<StepEntry> known, Instant now) {
        Step step = policy.step(budget, now);
        if (step == stands(known)) {
            return false;
        }
        Optional<Step> tightest = known.stream().map(StepEntry::step).max(Comparator.naturalOrder());
        boolean isNews = step.compareTo(tightest.orElse(Step.EVERY_WINDOW)) > 0;
        history.enter(budget.tenant(), budget.month(), step, now, isNews);
        return true;
    }

    /** A month begins as usual. */
    private static Step stands(List<StepEntry> known) {
        return StepEntry.latest(known).map(StepEntry::step).orElse(Step.EVERY_WINDOW);
    }
}
