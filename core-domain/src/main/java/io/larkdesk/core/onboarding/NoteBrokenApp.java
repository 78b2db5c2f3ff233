package io.larkdesk.core.onboarding;

import io.larkdesk.core.budget.CallDay;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/**
 * Notes that Lark refused something because of a tenant's app, which is to be checked then, once a day. Where nothing works, no call is
 * counted either, and {@link ClaimDailyPreflight} would take the tenant for idle.
 */
@Singleton
public final class NoteBrokenApp {

    private final Transactions transactions;
    private final Preflights preflights;

    /** Takes its collaborators. */
    @Inject
    public NoteBrokenApp(Transactions transactions, Preflights preflights) {
        this.transactions = transactions;
        this.preflights = preflights;
    }

    /** Notes it of {@code tenant}, if that is a customer in service; again on the same day (UTC) changes nothing. */
    public void execute(Tenant tenant) {
        if (ClaimDailyPreflight.isServed(tenant)) {
            note(tenant.id());
        }
    }

    private void note(TenantId tenant) {
        transactions.inTransaction(now -> {
            LocalDate today = CallDay.of(now);
            LarkDay known = preflights
                    .lockDay(tenant)
                    .filter(day -> day.is(today))
                    .orElseGet(() -> LarkDay.begin(tenant, today, 0));
            if (!known.broken()) {
                preflights.save(known.refused());
            }
            return known;
        });
    }
}
