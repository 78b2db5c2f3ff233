package io.larkdesk.core.report;

import io.larkdesk.core.tenant.TenantId;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;

/** What the tickets, their conversations and Timelines come to. Methods join the running transaction, or are one of their own. Thread-safe. */
public interface Reports {

    /**
     * The figures of each of {@code tenants} for each month of UTC in which anything happened that they count; in any order.
     *
     * @param first the first month
     * @param last the last, which may be the first
     */
    List<MonthFigures> list(Collection<TenantId> tenants, YearMonth first, YearMonth last);
}
