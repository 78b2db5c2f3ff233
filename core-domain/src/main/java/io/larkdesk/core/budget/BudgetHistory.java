package io.larkdesk.core.budget;

import io.larkdesk.core.budget.BudgetPolicy.Step;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * At which steps the tenants' budgets have stood, and how their allowances were changed. Methods join the running transaction, or are one of
 * their own. Thread-safe.
 */
public interface BudgetHistory {

    /** The steps at which the tenant's budget has stood in the month, as usual first, web only last. */
    List<StepEntry> listSteps(TenantId tenant, YearMonth month);

    /** Those of all tenants, in any order. */
    List<StepEntry> listSteps(YearMonth month);

    /**
     * Notes that the budget stands at {@code step} since {@code at}: for the first time in the month, or again.
     *
     * @param isNews whether somebody is to be told, if it is the first time
     */
    void enter(TenantId tenant, YearMonth month, Step step, Instant at, boolean isNews);

    /**
     * The earliest entry of which nobody was told and somebody is to be, held until the running transaction ends; one that another
     * transaction holds is skipped.
     *
     * @throws IllegalStateException outside a transaction
     */
    Optional<StepEntry> lockUntold();

    /** Notes that somebody was told of {@code entry} at {@code at}. */
    void told(StepEntry entry, Instant at);

    /** The tenant's last changes, the latest first, at most {@code most}. */
    List<AllowanceChange> listChanges(TenantId tenant, int most);

    /** Notes {@code change}, for good. */
    void add(AllowanceChange change);
}
