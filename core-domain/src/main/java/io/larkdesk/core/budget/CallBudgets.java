package io.larkdesk.core.budget;

import io.larkdesk.core.tenant.TenantId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;

/** The ledger of counted Lark calls. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface CallBudgets {

    /** The tenant's budget of the month, with the tenant's allowance as it is now; nothing used if nothing was noted. */
    CallBudget get(TenantId tenant, YearMonth month);

    /** The budgets of the month in which anything was noted, of all tenants, in any order. */
    List<CallBudget> list(YearMonth month);

    /** What was noted of {@code tenants} on days of the span, earlier days first; days of which nothing was noted are left out. */
    List<CallDay> listDays(Collection<TenantId> tenants, LocalDate fromInclusive, LocalDate untilExclusive);

    /**
     * Counts one call on {@code day}, if that keeps its month within {@code most} and Lark has not said that the month is used up;
     * atomically, however many nodes count at once.
     *
     * @return whether the call may be made
     */
    boolean take(TenantId tenant, LocalDate day, CallPurpose purpose, int most);

    /** Takes back one call of the day that Lark did not count after all; no more than were taken for the purpose on it. */
    void giveBack(TenantId tenant, LocalDate day, CallPurpose purpose);

    /** Counts calls that were not needed; {@link CallBudget#saved()} has those whose mentions were read in time. */
    void addSaved(TenantId tenant, LocalDate day, Saving saving, int calls);

    /** Notes that Lark refuses further calls in this month. */
    void exhaust(TenantId tenant, YearMonth month);

    /** Notes that Lark may take calls again in this month, since other terms were agreed. */
    void reopen(TenantId tenant, YearMonth month);
}
