package io.larkdesk.core.onboarding;

import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.budget.CallBudgets;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Chooses tenants whose Lark configuration is to be checked today: those in service that have made counted calls today anyway, and were not
 * checked today (UTC). Who makes no call is never chosen, so an idle tenant costs none.
 *
 * <p>What a tenant used today is known from the first time on that this is asked on a day, so it is to be asked now and then.
 */
@Singleton
public final class ClaimDailyPreflight {

    private final Transactions transactions;
    private final CallBudgets budgets;
    private final Tenants tenants;
    private final Preflights preflights;

    /** Takes its collaborators. */
    @Inject
    public ClaimDailyPreflight(Transactions transactions, CallBudgets budgets, Tenants tenants, Preflights preflights) {
        this.transactions = transactions;
        this.budgets = budgets;
        this.tenants = tenants;
        this.preflights = preflights;
    }

    /** At most {@code most} tenants, which nobody is given again today; none if there are none for now. */
    public List<TenantId> execute(int most) {
        return transactions.inTransaction(now -> budgets.list(CallBudget.monthOf(now)).stream()
                .sorted(Comparator.comparing(budget -> budget.tenant().value()))
                .filter(budget -> isServed(tenants.get(budget.tenant())))
                .filter(budget -> claim(budget, now))
                .map(CallBudget::tenant)
                .limit(most)
                .toList());
    }

    private static boolean isServed(Tenant tenant) {
        return tenant.isInService() && !tenant.isProvider();
    }

    private boolean claim(CallBudget budget, Instant now) {
        LocalDate today = day(now);
        Optional<LarkDay> known = preflights.findDay(budget.tenant()).filter(day -> day.is(today));
        if (known.isEmpty()) {
            begin(today, budget);
            return false;
        }
        return mayBeDue(known.get(), budget)
                && !isCheckedOn(today, budget.tenant())
                && preflights
                        .lockDay(budget.tenant())
                        .filter(day -> take(day, budget))
                        .isPresent();
    }

    private void begin(LocalDate today, CallBudget budget) {
        if (preflights.lockDay(budget.tenant()).filter(day -> day.is(today)).isEmpty()) {
            preflights.save(new LarkDay(budget.tenant(), today, budget.used(), false));
        }
    }

    private static boolean mayBeDue(LarkDay day, CallBudget budget) {
        return !day.inspected() && !day.isIdleAt(budget.used());
    }

    private boolean isCheckedOn(LocalDate today, TenantId tenant) {
        return preflights
                .find(tenant)
                .filter(last -> day(last.at()).equals(today))
                .isPresent();
    }

    /** Another node may have been faster. */
    private boolean take(LarkDay day, CallBudget budget) {
        boolean isDue = mayBeDue(day, budget);
        if (isDue) {
            preflights.save(day.begun());
        }
        return isDue;
    }

    private static LocalDate day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
