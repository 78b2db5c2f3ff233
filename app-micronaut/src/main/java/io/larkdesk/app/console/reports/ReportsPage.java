package io.larkdesk.app.console.reports;

import io.larkdesk.app.console.ConsoleFrame;
import io.larkdesk.app.console.Section;
import io.larkdesk.app.reports.MonthView;
import io.larkdesk.app.reports.ReportMonth;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;

/**
 * A month of the customers, side by side.
 *
 * @param frame what stands around it
 * @param month which
 * @param rows one for each customer, by name
 * @param isWrong whether another month was asked for that there is not
 */
public record ReportsPage(ConsoleFrame frame, YearMonth month, List<MonthView> rows, boolean isWrong) {

    /** Copies the list. */
    public ReportsPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(month, "month");
        rows = List.copyOf(rows);
    }

    /** The month in words. */
    public String said() {
        return ReportMonth.say(frame.viewer(), month);
    }

    /** Where the file is. */
    public String csv() {
        return Section.REPORTS.path() + "/months.csv?month=" + month;
    }
}
