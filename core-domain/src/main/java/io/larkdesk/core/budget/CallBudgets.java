package io.larkdesk.core.budget;

import io.larkdesk.core.tenant.TenantId;
import java.time.YearMonth;
import java.util.List;

/** The ledger of counted Lark calls. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface CallBudgets {

    /** The tenant's budget of the month, with the tenant's allowance as it is now; nothing used if nothing was noted. */
    CallBudget get(TenantId tenant, YearMonth month);

    /** The budgets of the month in which anything was noted, of all tenants, in any order. */
    List<CallBudget> list(YearMonth month);

    /**
     * Counts one call, if that keeps the month within {@code most} and Lark has not said that the month is used up; atomically, however
     * many nodes count at once.
     *
     * @return whether the call may be made
     */
    boolean take(TenantId tenant, YearMonth month, int most);

    /** Takes back one call that Lark did not count after all; never below zero. */
    void giveBack(TenantId tenant, YearMonth month);

    /** Counts calls that were not needed. */
    void addSaved(TenantId tenant, YearMonth month, int calls);

    /** Notes that Lark refuses further calls in this month. */
    void exhaust(TenantId tenant, YearMonth month);
}
