package io.larkdesk.core.reminder;

import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.budget.CallBudgets;
import io.larkdesk.core.reminder.ReminderPolicy.Reach;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Tells what a tenant's state and its budget allow in the way of reminders; part of claiming and settling them. */
@Singleton
public final class AssessTenant {

    private final Tenants tenants;
    private final CallBudgets budgets;
    private final ReminderPolicies policies;
    private final BudgetPolicy budgetPolicy;

    /** Takes its collaborators. */
    @Inject
    public AssessTenant(Tenants tenants, CallBudgets budgets, ReminderPolicies policies, BudgetPolicy budgetPolicy) {
        this.tenants = tenants;
        this.budgets = budgets;
        this.policies = policies;
        this.budgetPolicy = budgetPolicy;
    }

    /**
     * What is allowed now.
     *
     * @param tenant as it is now
     * @param budget of this month
     * @param policy with the window that the budget allows, and that the tenant asked for
     * @param reach whether the tenant's people can be reminded at all
     */
    record Assessment(Tenant tenant, CallBudget budget, ReminderPolicy policy, Reach reach) {}

    Assessment execute(TenantId id, Instant now) {
        Tenant tenant = tenants.get(id);
        CallBudget budget = budgets.get(id, CallBudget.monthOf(now));
        BudgetPolicy.Step step = budgetPolicy.step(budget, now);
        ReminderPolicy asked = policies.of(tenant);
        ReminderPolicy stretched = asked.withWindow(budgetPolicy.windowAt(step, asked.window()));
        return new Assessment(tenant, budget, stretched, reach(tenant, step));
    }

    private static Reach reach(Tenant tenant, BudgetPolicy.Step step) {
        if (!tenant.isInService()) {
            return Reach.SUSPENDED;
        }
        return step == BudgetPolicy.Step.WEB_ONLY ? Reach.OUT_OF_BUDGET : Reach.OPEN;
    }
}
