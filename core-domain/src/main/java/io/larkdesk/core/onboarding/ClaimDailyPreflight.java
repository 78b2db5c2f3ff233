package io.larkdesk.core.onboarding;

import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.budget.CallBudgets;
import io.larkdesk.core.budget.CallDay;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses tenants whose Lark configuration is to be checked today (UTC): those in service that have made counted calls today anyway, and were
 * not checked today; and once more those of whose app Lark refused something, today or before. Who does not use Lark is never chosen, so an idle
 * tenant costs no call.
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
        return transactions.inTransaction(now -> {
            LocalDate today = CallDay.of(now);
            Map<TenantId, Integer> used = budgets.list(CallBudget.monthOf(now)).stream()
                    .collect(Collectors.toMap(CallBudget::tenant, CallBudget::used));
            return Stream.concat(used.keySet().stream(), preflights.listBroken().stream())
                    .distinct()
                    .sorted(Comparator.comparing(TenantId::value))
                    .filter(tenant -> isServed(tenants.get(tenant)))
                    .filter(tenant -> claim(tenant, used.getOrDefault(tenant, 0), today))
                    .limit(most)
                    .toList();
        });
    }

    static boolean isServed(Tenant tenant) {
        return tenant.isInService() && !tenant.isProvider();
    }

    private boolean claim(TenantId tenant, int used, LocalDate today) {
        Optional<LarkDay> known = preflights.findDay(tenant).filter(day -> isGoing(day, today));
        if (known.isEmpty()) {
            begin(tenant, used, today);
            return false;
        }
        LarkDay day = known.get();
        return day.mayBeDue(used) && (day.broken() || !isCheckedOn(today, tenant)) && take(tenant, used, today);
    }

    private void begin(TenantId tenant, int used, LocalDate today) {
        if (preflights.lockDay(tenant).filter(day -> isGoing(day, today)).isEmpty()) {
            preflights.save(LarkDay.begin(tenant, today, used));
        }
    }

    private static boolean isGoing(LarkDay day, LocalDate today) {
        return day.is(today) || day.isBreakOpen();
    }

    private boolean isCheckedOn(LocalDate today, TenantId tenant) {
        return preflights
                .find(tenant)
                .filter(last -> CallDay.of(last.at()).equals(today))
                .isPresent();
    }

    /** Another node may have been faster. */
    private boolean take(TenantId tenant, int used, LocalDate today) {
        Optional<LarkDay> due = preflights.lockDay(tenant).filter(day -> day.mayBeDue(used));
        due.map(day -> day.inspect(today, used)).ifPresent(preflights::save);
        return due.isPresent();
    }
}
