package io.larkdesk.app.console.reports;

import io.larkdesk.app.console.ConsoleFrame;
import io.larkdesk.app.console.Section;
import io.larkdesk.app.reports.YearView;
import io.larkdesk.core.tenant.Tenant;
import java.util.Objects;

/**
 * A customer's year.
 *
 * @param frame what stands around it
 * @param tenant whose
 * @param year what came of it
 */
public record ReportPage(ConsoleFrame frame, Tenant tenant, YearView year) {

    /** Refuses null. */
    public ReportPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(tenant, "tenant");
        Objects.requireNonNull(year, "year");
    }

    static String path(Tenant tenant) {
        return Section.REPORTS.path() + "/" + tenant.id().value();
    }
}
