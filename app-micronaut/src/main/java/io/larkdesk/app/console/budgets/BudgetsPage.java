package io.larkdesk.app.console.budgets;

import io.larkdesk.app.console.ConsoleFrame;
import java.util.List;
import java.util.Objects;

/**
 * The budgets of this month.
 *
 * @param frame what stands around it
 * @param budgets those at risk first
 */
public record BudgetsPage(ConsoleFrame frame, List<BudgetView> budgets) {

    /** Copies the list. */
    public BudgetsPage {
        Objects.requireNonNull(frame, "frame");
        budgets = List.copyOf(budgets);
    }

    /** How many of them are at risk. */
    public long atRisk() {
        return budgets.stream().filter(budget -> budget.status().isAtRisk()).count();
    }
}
