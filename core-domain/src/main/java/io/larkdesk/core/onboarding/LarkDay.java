package io.larkdesk.core.onboarding;

import io.larkdesk.core.tenant.TenantId;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A tenant's use of Lark on one day (UTC), by which is known whether it uses Lark that day anyway.
 *
 * @param tenant whose
 * @param day which day
 * @param usedBefore how many counted calls the month had when the day was first looked at
 * @param inspected whether the day's Preflight was begun
 */
public record LarkDay(TenantId tenant, LocalDate day, int usedBefore, boolean inspected) {

    /** Refuses null. */
    public LarkDay {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(day, "day");
    }

    boolean is(LocalDate date) {
        return day.equals(date);
    }

    boolean isIdleAt(int used) {
        return used <= usedBefore;
    }

    LarkDay begun() {
        return new LarkDay(tenant, day, usedBefore, true);
    }
}
