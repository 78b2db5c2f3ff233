package io.larkdesk.app.console.reports;

import io.larkdesk.app.chat.Views;
import io.larkdesk.app.console.ConsoleFrames;
import io.larkdesk.app.console.Section;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.reports.MonthView;
import io.larkdesk.app.reports.YearView;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.auditing.RecordTaking;
import io.larkdesk.core.report.ListReports;
import io.larkdesk.core.report.ShowReport;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.YearMonth;
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
                        MonthView.file(
                                staff.viewer().texts(),
                                rows.stream().map(row -> view(staff, row)).toList()),
                        "reports-" + month + ".csv",
                        AuditBook.PROVIDER,
                        AuditSubject.DEPLOYMENT));
    }

    /** A year of one; empty if there is no such customer for {@code staff}. */
    Optional<String> show(Staff staff, TenantId tenant, YearMonth last) {
        return showReport
                .execute(tenant, last, staff.id())
                .map(report -> page(staff, report.tenant(), view(staff, report)))
                .map(page -> pages.page("console/report.jte", page));
    }

    /** The same as a file. */
    Optional<HttpResponse<?>> csv(Staff staff, TenantId tenant, YearMonth last) {
        return showReport
                .execute(tenant, last, staff.id())
                .map(report -> view(staff, report))
                .map(year -> file(staff, year.file(), year.fileName(), AuditBook.of(tenant), AuditSubject.of(tenant)));
    }

    private ReportPage page(Staff staff, Tenant tenant, YearView year) {
        return new ReportPage(consoleFrames.around(staff, Section.REPORTS, year.path()), tenant, year);
    }

    private static YearView view(Staff staff, ShowReport.Report report) {
        return YearView.of(staff.viewer(), report, ReportPage.path(report.tenant()));
    }

    private static MonthView view(Staff staff, ListReports.Row row) {
        return new MonthView(staff.viewer(), row.tenant(), row.figures());
    }

    private HttpResponse<?> file(Staff staff, byte[] csv, String name, AuditBook book, AuditSubject subject) {
        recordTaking.execute(staff.id(), RecordTaking.File.REPORT, book, subject);
        return Views.csv(csv, name);
    }
}
