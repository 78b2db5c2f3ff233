package io.larkdesk.core.budgeting;

import io.larkdesk.core.budget.AllowanceChange;
import io.larkdesk.core.budget.BudgetHistory;
import io.larkdesk.core.budget.BudgetPolicy;
import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.budget.CallBudgets;
import io.larkdesk.core.budget.CallDay;
import io.larkdesk.core.budget.Forecast;
import io.larkdesk.core.budget.StepEntry;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows staff the budget of one customer, with its ledger and its history. */
@Singleton
public final class ShowBudget {

    private static final int CHANGES = 50;

    private final Transactions transactions;
    private final Overseers overseers;
    private final CallBudgets budgets;
    private final BudgetHistory history;
    private final BudgetPolicy policy;
    private final People people;

    /** Takes its collaborators. */
    @Inject
    public ShowBudget(
            Transactions transactions,
            Overseers overseers,
            CallBudgets budgets,
            BudgetHistory history,
            BudgetPolicy policy,
            People people) {
        this.transactions = transactions;
        this.overseers = overseers;
        this.budgets = budgets;
        this.history = history;
        this.policy = policy;
        this.people = people;
    }

    /**
     * A change of the allowance.
     *
     * @param change itself
     * @param by who made it, if that is still known
     */
    public record Changed(AllowanceChange change, Optional<Person> by) {}

    /**
     * A customer's budget.
     *
     * @param status where it stands
     * @param ledger what was noted of the days of this month, earlier days first
     * @param steps at which steps it has stood this month, as usual first
     * @param changes how the allowance was changed, the latest first
     * @param mayChange whether the asker may change it
     */
    public record Shown(
            BudgetStatus status,
            List<CallDay> ledger,
            List<StepEntry> steps,
            List<Changed> changes,
            boolean mayChange) {

        /** Copies the lists. */
        public Shown {
            Objects.requireNonNull(status, "status");
            ledger = List.copyOf(ledger);
            steps = List.copyOf(steps);
            changes = List.copyOf(changes);
        }
    }

    /** The budget; empty if there is no such customer for {@code asker}, nor is it the provider's. */
    public Optional<Shown> execute(TenantId tenant, PersonId asker) {
        return transactions.inTransaction(now -> overseers
                .findBudgeted(tenant, asker)
                .map(found -> show(found, overseers.findToChange(tenant, asker).isPresent(), now)));
    }

    private Shown show(Tenant tenant, boolean mayChange, Instant now) {
        CallBudget budget = budgets.get(tenant.id(), CallBudget.monthOf(now));
        LocalDate began = budget.month().atDay(1);
        LocalDate today = CallDay.of(now);
        LocalDate observed = today.minusDays(Forecast.DAYS_OBSERVED);
        List<CallDay> days =
                budgets.listDays(List.of(tenant.id()), observed.isBefore(began) ? observed : began, today.plusDays(1));
        List<StepEntry> steps = history.listSteps(tenant.id(), budget.month());
        return new Shown(
                BudgetStatus.of(tenant, budget, policy, steps, days, now),
                days.stream().filter(day -> !day.day().isBefore(began)).toList(),
                steps,
                changes(tenant.id()),
                mayChange);
    }

    private List<Changed> changes(TenantId tenant) {
        List<AllowanceChange> changes = history.listChanges(tenant, CHANGES);
        Map<PersonId, Person> known =
                people.listAll(changes.stream().map(AllowanceChange::by).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Person::id, Function.identity()));
        return changes.stream()
                .map(change -> new Changed(change, Optional.ofNullable(known.get(change.by()))))
                .toList();
    }
}
