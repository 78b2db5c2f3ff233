package io.larkdesk.app.console.budgets;

import io.larkdesk.core.budgeting.BudgetStatus;

/**
 * A bar of what was used and is forecast, in thousandths of its length.
 *
 * @param used to where calls were made
 * @param likely to where the forecast goes
 * @param usable where the reserve begins
 * @param allowance where the allowance ends
 */
public record Meter(int used, int likely, int usable, int allowance) {

    private static final int LENGTH = 1_000;

    static Meter of(BudgetStatus status) {
        int used = status.budget().used();
        int allowance = status.budget().allowance().calls();
        long likely = status.forecast().map(forecast -> forecast.likely()).orElse((long) used);
        long most = Math.max(1, Math.max(allowance, likely));
        return new Meter(part(used, most), part(likely, most), part(status.usable(), most), part(allowance, most));
    }

    private static int part(long calls, long most) {
        return (int) (calls * LENGTH / most);
    }
}
