package io.larkdesk.core.budget;

import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Objects;

/**
 * A tenant's counted Lark calls of one calendar month (UTC), and what is left of its allowance.
 *
 * @param tenant whose
 * @param month which month
 * @param allowance how many calls the month may have
 * @param used how many were made, or may have been made
 * @param saved how many were not needed, because a mention was read in time
 * @param exhausted whether Lark itself said that the month's calls are used up; other apps of the organisation draw on them too
 */
public record CallBudget(
        TenantId tenant, YearMonth month, Allowance allowance, int used, int saved, boolean exhausted) {

    /** Refuses null and negative counts. */
    public CallBudget {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(month, "month");
        Objects.requireNonNull(allowance, "allowance");
        if (used < 0 || saved < 0) {
            throw new IllegalArgumentException("used or saved is negative: " + used + ", " + saved);
        }
    }

    /** The month that {@code instant} is in; all budgets are kept by months of UTC. */
    public static YearMonth monthOf(Instant instant) {
        return YearMonth.from(instant.atOffset(ZoneOffset.UTC));
    }

    /** How many calls are left, never negative. */
    public int left() {
        return exhausted ? 0 : Math.max(0, allowance.calls() - used);
    }

    /** When the month began. */
    public Instant monthBegan() {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** When the next month begins. */
    public Instant monthEnds() {
        return month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
