package io.larkdesk.core.budget;

import io.larkdesk.core.budget.BudgetPolicy.Step;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * That a tenant's budget has stood at a step in a month.
 *
 * @param tenant whose
 * @param month in which month
 * @param step where it stood
 * @param firstAt since when the first time
 * @param lastAt since when the last time; a budget may go back to a step
 */
public record StepEntry(TenantId tenant, YearMonth month, Step step, Instant firstAt, Instant lastAt) {

    private static final Comparator<StepEntry> LATEST =
            Comparator.comparing(StepEntry::lastAt).thenComparing(StepEntry::step);

    /** Refuses null, and a last time before the first. */
    public StepEntry {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(step, "step");
        Objects.requireNonNull(firstAt, "firstAt");
        if (lastAt.isBefore(firstAt)) {
            throw new IllegalArgumentException("lastAt is before firstAt: " + lastAt);
        }
    }

    /** Where a budget stands of which these are the entries of one month; empty before the first. */
    public static Optional<StepEntry> latest(Collection<StepEntry> entries) {
        return entries.stream().max(LATEST);
    }
}
