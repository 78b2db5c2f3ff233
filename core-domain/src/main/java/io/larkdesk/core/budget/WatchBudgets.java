package io.larkdesk.core.budget;

import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Tells operators how much of this month's calls the tenants have used. */
@Singleton
public final class WatchBudgets {

    private final Transactions transactions;
    private final CallBudgets budgets;

    /** Takes its collaborators. */
    @Inject
    public WatchBudgets(Transactions transactions, CallBudgets budgets) {
        this.transactions = transactions;
        this.budgets = budgets;
    }

    /** This month's budgets of those tenants that used or saved a call; the others have all of their allowance left. */
    public List<CallBudget> execute() {
        return transactions.inTransaction(now -> budgets.list(CallBudget.monthOf(now)));
    }
}
