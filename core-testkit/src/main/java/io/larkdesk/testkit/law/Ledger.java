package io.larkdesk.testkit.law;

import io.larkdesk.core.budget.CallBudget;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What one tenant's calls must have come to, month by month of the database's clock. */
final class Ledger {

    private final int allowance;
    private final int reserve;
    private final Map<YearMonth, Integer> used = new HashMap<>();
    private final Map<YearMonth, Integer> saved = new HashMap<>();
    private final Set<YearMonth> exhausted = new HashSet<>();

    Ledger(Setting setting) {
        this.allowance = setting.allowance().calls();
        this.reserve = Math.min(setting.budget().reserve(), allowance);
    }

    int used(YearMonth month) {
        return used.getOrDefault(month, 0);
    }

    int saved(YearMonth month) {
        return saved.getOrDefault(month, 0);
    }

    boolean isExhausted(YearMonth month) {
        return exhausted.contains(month);
    }

    /** Whether any call may be made at {@code now} without touching the reserve. */
    boolean allowsReminders(Instant now) {
        return allows(now, allowance - reserve);
    }

    /** Whether any call may be made at {@code now}. */
    boolean allowsUrgent(Instant now) {
        return allows(now, allowance);
    }

    private boolean allows(Instant now, int most) {
        YearMonth month = CallBudget.monthOf(now);
        return !isExhausted(month) && used(month) < most;
    }

    void take(YearMonth month) {
        used.merge(month, 1, Integer::sum);
    }

    void giveBack(YearMonth month) {
        used.merge(month, -1, Integer::sum);
    }

    void exhaust(YearMonth month) {
        exhausted.add(month);
    }

    void save(YearMonth month) {
        saved.merge(month, 1, Integer::sum);
    }
}
