package io.larkdesk.sandbox.internal.gate;

import io.larkdesk.sandbox.internal.platform.Organisation;
import io.larkdesk.sandbox.internal.platform.PlatformClock;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;

/** The counted calls of each organisation in this month, over all its apps. Safe for threads. */
public final class Quota {

    private record Month(YearMonth month, long used) {}

    private final PlatformClock clock;
    private final Map<String, Month> used = new HashMap<>();

    public Quota(PlatformClock clock) {
        this.clock = clock;
    }

    /** Counts a call beforehand, or throws 99991403 where a metered organisation has none left. */
    synchronized void take(Organisation organisation) {
        long before = used(organisation);
        if (organisation.isMetered() && before >= organisation.monthlyQuota()) {
            throw new Refusal(429, 99991403, "This month's API call quota has been exceeded");
        }
        set(organisation, before + 1);
    }

    /** Gives back a call that failed: those are not counted. */
    synchronized void giveBack(Organisation organisation) {
        set(organisation, Math.max(0, used(organisation) - 1));
    }

    public synchronized long used(Organisation organisation) {
        Month month = used.get(organisation.tenantKey());
        return month == null || !month.month().equals(clock.month()) ? 0 : month.used();
    }

    public synchronized void set(Organisation organisation, long calls) {
        used.put(organisation.tenantKey(), new Month(clock.month(), calls));
    }
}
