package io.larkdesk.core.reminder;

import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.budget.CallBudgets;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.ReminderPolicy.Reach;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;

/** Tells what the state of a person's tenant, its budget and its app allow in the way of reminders; part of claiming and settling them. */
@Singleton
public final class AssessTenant {

    private final Tenants tenants;
    private final People people;
    private final CallBudgets budgets;
    private final ReminderPolicies policies;
    private final BudgetPolicy budgetPolicy;

    /** Takes its collaborators. */
    @Inject
    public AssessTenant(
            Tenants tenants, People people, CallBudgets budgets, ReminderPolicies policies, BudgetPolicy budgetPolicy) {
        this.tenants = tenants;
        this.people = people;
        this.budgets = budgets;
        this.policies = policies;
        this.budgetPolicy = budgetPolicy;
    }

    /**
     * What is allowed now.
     *
     * @param tenant the person's, as it is now
     * @param budget of this month
     * @param policy with the window that the budget allows, and that the tenant asked for
     * @param reach whether the person can be reminded at all
     */
    record Assessment(Tenant tenant, CallBudget budget, ReminderPolicy policy, Reach reach) {}

    Assessment execute(PersonId person, Instant now) {
        TenantId id = person.tenant();
        Tenant tenant = tenants.get(id);
        CallBudget budget = budgets.get(id, CallBudget.monthOf(now));
        BudgetPolicy.Step step = budgetPolicy.step(budget, now);
        ReminderPolicy asked = policies.of(tenant);
        ReminderPolicy stretched = asked.withWindow(budgetPolicy.windowAt(step, asked.window()));
        return new Assessment(tenant, budget, stretched, reach(tenant, person, step));
    }

    private Reach reach(Tenant tenant, PersonId person, BudgetPolicy.Step step) {
        if (!tenant.isInService()) {
            return Reach.SUSPENDED;
        }
        if (people.find(person).filter(Person::reachable).isEmpty()) {
            return Reach.LEFT_BEHIND;
        }
        return step == BudgetPolicy.Step.WEB_ONLY ? Reach.OUT_OF_BUDGET : Reach.OPEN;
    }
}
