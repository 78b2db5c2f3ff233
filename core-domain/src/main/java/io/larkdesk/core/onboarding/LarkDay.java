package io.larkdesk.core.onboarding;

import io.larkdesk.core.tenant.TenantId;
import java.time.LocalDate;
import java.util.Objects;

/**
 * A tenant's use of Lark on one day (UTC), by which is known whether its configuration is to be checked that day.
 *
 * @param tenant whose
 * @param day which day
 * @param usedBefore how many counted calls the month had when the day was first looked at
 * @param broken whether Lark refused something that day, or just before it, because of the tenant's app
 * @param inspected whether the day's Preflight was begun; if the app broke after one, whether another was
 */
public record LarkDay(TenantId tenant, LocalDate day, int usedBefore, boolean broken, boolean inspected) {

    /** Refuses null. */
    public LarkDay {
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(day, "day");
    }

    /** A day that was not looked at before. */
    static LarkDay begin(TenantId tenant, LocalDate day, int used) {
        return new LarkDay(tenant, day, used, false, false);
    }

    boolean is(LocalDate date) {
        return day.equals(date);
    }

    /** Whether nobody has looked at what broke; a day of which that is so is not over. */
    boolean isBreakOpen() {
        return broken && !inspected;
    }

    /** Whether a Preflight may be due: Lark is used anyway, or nothing works. */
    boolean mayBeDue(int used) {
        return !inspected && (broken || used > usedBefore);
    }

    /** Its Preflight is begun on {@code date}, when the month has {@code used} calls; a break that is open since another day counts as that day's. */
    LarkDay inspect(LocalDate date, int used) {
        return new LarkDay(tenant, date, is(date) ? usedBefore : used, broken, true);
    }

    /** The same once Lark refused something: for the first time, it is to be looked at again. */
    LarkDay refused() {
        return broken ? this : new LarkDay(tenant, day, usedBefore, true, false);
    }
}
