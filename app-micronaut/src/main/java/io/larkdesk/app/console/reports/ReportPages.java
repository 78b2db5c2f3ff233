package io.larkdesk.app.console.reports;

import io.larkdesk.app.chat.Views;
import io.larkdesk.app.console.ConsoleFrames;
import io.larkdesk.app.console.Section;
import io.larkdesk.app.page.Csv;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.auditing.RecordTaking;
import io.larkdesk.core.report.ListReports;
import io.larkdesk.core.report.ShowReport;
import io.larkdesk.core.tenant.TenantId;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Shows staff reports, as pages and as files. */
@Singleton
final class ReportPages {

    private final ListReports listReports;
    private final ShowReport showReport;
    private final RecordTaking recordTaking;
    private final ConsoleFrames consoleFrames;
    private final Pages pages;

    ReportPages(
            ListReports listReports,
            ShowReport showReport,
            RecordTaking recordTaking,
            ConsoleFrames consoleFrames,
            Pages pages) {
        this.listReports = listReports;
        this.showReport = showReport;
        this.recordTaking = recordTaking;
        this.consoleFrames = consoleFrames;
        this.pages = pages;
    }

    /** A month of all; empty if that is none of the business of {@code staff}. */
    Optional<String> list(Staff staff, YearMonth month, boolean isWrong) {
        return listReports
                .execute(month, staff.id())
                .map(rows -> new ReportsPage(
                        consoleFrames.around(staff, Section.REPORTS, Section.REPORTS.path()),
                        month,
                        rows.stream().map(row -> view(staff, row)).toList(),
                        isWrong))
                .map(page -> pages.page("console/reports.jte", page));
    }

    /** The same as a file. */
    Optional<HttpResponse<?>> csv(Staff staff, YearMonth month) {
        return listReports
                .execute(month, staff.id())
                .map(rows -> file(
                        staff,
                        rows.stream().map(row -> view(staff, row)).toList(),
                        "reports-" + month + ".csv",
                        AuditBook.PROVIDER,
                        AuditSubject.DEPLOYMENT));
    }

    /** A year of one; empty if there is no such customer for {@code staff}. */
    Optional<String> show(Staff staff, TenantId tenant, YearMonth last) {
        return showReport
                .execute(tenant, last, staff.id())
                .map(report -> new ReportPage(
                        consoleFrames.around(staff, Section.REPORTS, ReportPage.path(report.tenant(), last)),
                        report.tenant(),
                        views(staff, report)))
                .map(page -> pages.page("console/report.jte", page));
    }

    /** The same as a file. */
    Optional<HttpResponse<?>> csv(Staff staff, TenantId tenant, YearMonth last) {
        return showReport
                .execute(tenant, last, staff.id())
                .map(report -> file(
                        staff,
                        views(staff, report),
                        "report-" + last + ".csv",
                        AuditBook.of(tenant),
                        AuditSubject.of(tenant)));
    }

    private static List<MonthView> views(Staff staff, ShowReport.Report report) {
        return report.months().stream()
                .map(figures -> new MonthView(staff.viewer(), report.tenant(), figures))
                .toList();
    }

    private static MonthView view(Staff staff, ListReports.Row row) {
        return new MonthView(staff.viewer(), row.tenant(), row.figures());
    }

    private HttpResponse<?> file(
            Staff staff, List<MonthView> months, String name, AuditBook book, AuditSubject subject) {
        recordTaking.execute(staff.id(), RecordTaking.File.REPORT, book, subject);
        return Views.csv(
                Csv.file(
                        MonthView.csvHead(staff.viewer().texts()),
                        months.stream().map(MonthView::csv).toList()),
                name);
    }
}
