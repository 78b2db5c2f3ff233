package io.larkdesk.app.organisation;

import io.larkdesk.app.page.Frame;
import io.larkdesk.app.reports.YearView;
import java.util.Objects;

/**
 * What came of the organisation's year.
 *
 * @param frame what stands around it
 * @param year the months
 */
public record YearPage(Frame frame, YearView year) {

    /** Refuses null. */
    public YearPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(year, "year");
    }
}
