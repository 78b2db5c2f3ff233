package io.larkdesk.core.budgeting;

import io.larkdesk.core.budget.BudgetHistory;
import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.budget.CallBudgets;
import io.larkdesk.core.budget.CallDay;
import io.larkdesk.core.budget.Forecast;
import io.larkdesk.core.budget.StepEntry;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows staff where the budgets of their customers stand, and that of the provider where it concerns them. */
@Singleton
public final class ListBudgets {

    private final Transactions transactions;
    private final Overseers overseers;
    private final CallBudgets budgets;
    private final BudgetHistory history;
    private final BudgetPolicy policy;

    /** Takes its collaborators. */
    @Inject
    public ListBudgets(
            Transactions transactions,
            Overseers overseers,
            CallBudgets budgets,
            BudgetHistory history,
            BudgetPolicy policy) {
        this.transactions = transactions;
        this.overseers = overseers;
        this.budgets = budgets;
        this.history = history;
        this.policy = policy;
    }

    /** This month's budgets, those at risk first; empty if the asker has no business with them. */
    public Optional<List<BudgetStatus>> execute(PersonId asker) {
        return transactions.inTransaction(now -> overseers.listBudgeted(asker).map(tenants -> list(tenants, now)));
    }

    private List<BudgetStatus> list(List<Tenant> tenants, Instant now) {
        YearMonth month = CallBudget.monthOf(now);
        LocalDate today = CallDay.of(now);
        List<TenantId> ids = tenants.stream().map(Tenant::id).toList();
        Map<TenantId, CallBudget> noted = budgets.list(month).stream()
                .collect(Collectors.toMap(CallBudget::tenant, Function.identity(), (one, same) -> one));
        Map<TenantId, List<CallDay>> days =
                budgets.listDays(ids, today.minusDays(Forecast.DAYS_OBSERVED), today.plusDays(1)).stream()
                        .collect(Collectors.groupingBy(CallDay::tenant));
        Map<TenantId, List<StepEntry>> steps =
                history.listSteps(month).stream().collect(Collectors.groupingBy(StepEntry::tenant));
        return tenants.stream()
                .map(tenant -> BudgetStatus.of(
                        tenant,
                        noted.getOrDefault(
                                tenant.id(), new CallBudget(tenant.id(), month, tenant.allowance(), 0, 0, false)),
                        policy,
                        steps.getOrDefault(tenant.id(), List.of()),
                        days.getOrDefault(tenant.id(), List.of()),
                        now))
                .sorted(BudgetStatus.AT_RISK_FIRST)
                .toList();
    }
}
