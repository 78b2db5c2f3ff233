package io.larkdesk.core.budget;

import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

/**
 * Counts each counted Lark call before it is made, so that a crash in between counts one too many and never one too few.
 */
@Singleton
public final class MeterCalls {

    private final Transactions transactions;
    private final CallBudgets budgets;
    private final BudgetPolicy policy;

    /** Takes its collaborators. */
    @Inject
    public MeterCalls(Transactions transactions, CallBudgets budgets, BudgetPolicy policy) {
        this.transactions = transactions;
        this.budgets = budgets;
        this.policy = policy;
    }

    /**
     * One call that was counted, and may be made.
     *
     * @param tenant on whose budget
     * @param day on which day
     * @param purpose what for
     */
    public record Charge(TenantId tenant, LocalDate day, CallPurpose purpose) {

        /** Of which month. */
        public YearMonth month() {
            return YearMonth.from(day);
        }
    }

    /** Counts one call; empty if the tenant's budget does not allow it. */
    public Optional<Charge> take(TenantId tenant, CallPurpose purpose) {
        return transactions.inTransaction(now -> {
            LocalDate day = CallDay.of(now);
            CallBudget budget = budgets.get(tenant, YearMonth.from(day));
            int most =
                    switch (purpose) {
                        case REMINDER, PREFLIGHT, NOTICE -> policy.usableForReminders(budget);
                        case EMERGENCY, SETUP -> budget.allowance().calls();
                    };
            return budgets.take(tenant, day, purpose, most)
                    ? Optional.of(new Charge(tenant, day, purpose))
                    : Optional.empty();
        });
    }

    /** Lark refused the call, and so did not count it. */
    public void giveBack(Charge charge) {
        transactions.inTransaction(now -> {
            budgets.giveBack(charge.tenant(), charge.day(), charge.purpose());
            return charge;
        });
    }

    /** Lark refused the call because the organisation's calls of this month are used up: none is tried again until the 1st. */
    public void exhaust(Charge charge) {
        transactions.inTransaction(now -> {
            budgets.giveBack(charge.tenant(), charge.day(), charge.purpose());
            budgets.exhaust(charge.tenant(), charge.month());
            return charge;
        });
    }
}
