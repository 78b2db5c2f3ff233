package io.larkdesk.app.console.reports;

import io.larkdesk.app.chat.Views;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.reports.ReportMonth;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.tenant.TenantId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows staff what came of a month of their customers, and of a year of one. */
@Controller(Addresses.CONSOLE + "/reports")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReportsController {

    private final ReportPages reportPages;
    private final Notices notices;

    ReportsController(ReportPages reportPages, Notices notices) {
        this.reportPages = reportPages;
        this.notices = notices;
    }

    /**
     * A month of all that are for the viewer.
     *
     * @param month such as {@code 2026-11}; this month unless said
     */
    @Get
    HttpResponse<?> list(HttpRequest<?> request, Staff staff, @QueryValue @Nullable String month) {
        Optional<YearMonth> asked = parse(staff, month);
        return reportPages
                .list(staff, asked.orElse(thisMonth(staff)), asked.isEmpty())
                .map(html -> Views.html(asked.isEmpty() ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK, html))
                .<HttpResponse<?>>map(answer -> answer)
                .orElseGet(() -> notices.answer(request, Notice.NO_ROLE));
    }

    /** The same as a file. */
    @Get("/months.csv")
    HttpResponse<?> download(HttpRequest<?> request, Staff staff, @QueryValue @Nullable String month) {
        return parse(staff, month)
                .flatMap(asked -> reportPages.csv(staff, asked))
                .<HttpResponse<?>>map(csv -> csv)
                .orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
    }

    /**
     * The year of one that ends with a month.
     *
     * @param until such as {@code 2026-11}; this month unless said
     */
    @Get("/{tenant}")
    HttpResponse<?> show(HttpRequest<?> request, Staff staff, String tenant, @QueryValue @Nullable String until) {
        return find(tenant)
                .flatMap(id -> parse(staff, until).flatMap(last -> reportPages.show(staff, id, last)))
                .<HttpResponse<?>>map(html -> Views.html(HttpStatus.OK, html))
                .orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
    }

    /** The same as a file. */
    @Get("/{tenant}/months.csv")
    HttpResponse<?> download(HttpRequest<?> request, Staff staff, String tenant, @QueryValue @Nullable String until) {
        return find(tenant)
                .flatMap(id -> parse(staff, until).flatMap(last -> reportPages.csv(staff, id, last)))
                .<HttpResponse<?>>map(csv -> csv)
                .orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
    }

    private static Optional<TenantId> find(String tenant) {
        return Form.findId(tenant).map(TenantId::new);
    }

    /** The month that was asked for; empty if there is no such month. */
    private static Optional<YearMonth> parse(Staff staff, @Nullable String month) {
        return month == null ? Optional.of(thisMonth(staff)) : ReportMonth.parse(month);
    }

    private static YearMonth thisMonth(Staff staff) {
        return CallBudget.monthOf(staff.viewer().now());
    }
}
