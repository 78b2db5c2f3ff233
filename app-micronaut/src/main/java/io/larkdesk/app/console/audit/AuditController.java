package io.larkdesk.app.console.audit;

import io.larkdesk.app.chat.Views;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.auditing.VerifyAudit;
import io.larkdesk.core.auditing.VerifyAudit.Verified;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/** Shows the audit log, checks it, and gives it out as files. */
@Controller(Addresses.CONSOLE + "/audit")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AuditController {

    private static final MediaType CSV = MediaType.of("text/csv; charset=utf-8; header=present");
    private static final MediaType JSON_LINES = MediaType.of("application/x-ndjson; charset=utf-8");

    private final AuditPages auditPages;
    private final AuditFiles auditFiles;
    private final VerifyAudit verifyAudit;
    private final Pages pages;
    private final Notices notices;

    AuditController(
            AuditPages auditPages, AuditFiles auditFiles, VerifyAudit verifyAudit, Pages pages, Notices notices) {
        this.auditPages = auditPages;
        this.auditFiles = auditFiles;
        this.verifyAudit = verifyAudit;
        this.pages = pages;
        this.notices = notices;
    }

    /** The page. */
    @Get
    HttpResponse<?> show(HttpRequest<?> request, Staff staff) {
        return show(request, staff, filter(request, staff), Optional.empty());
    }

    private static AuditFilter filter(HttpRequest<?> request, Staff staff) {
        return AuditFilter.of(request.getParameters(), staff.id().tenant());
    }

    private HttpResponse<?> show(HttpRequest<?> request, Staff staff, AuditFilter filter, Optional<Verified> verified) {
        return auditPages
                .find(staff, filter, verified)
                .<HttpResponse<?>>map(page -> Views.html(HttpStatus.OK, pages.page("console/audit.jte", page)))
                .orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
    }

    /** Checks a book from its first entry to its last, and says what was found. */
    @Post("/verify")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> verify(HttpRequest<?> request, Staff staff, @Body Map<String, Object> fields) {
        Optional<AuditBook> book =
                AuditFilter.book(new Form(fields).text("book").orElse(null));
        if (book.isEmpty()) {
            return notices.answer(request, Notice.BAD_REQUEST);
        }
        Optional<Verified> verified = verifyAudit.execute(staff.id(), book.get());
        return verified.isPresent()
                ? show(request, staff, filter(request, staff), verified)
                : notices.answer(request, Notice.NO_PAGE);
    }

    /** What the filter finds, for a spreadsheet. */
    @Get("/audit.csv")
    HttpResponse<?> csv(HttpRequest<?> request, Staff staff) {
        return answer(request, auditFiles.csv(staff, filter(request, staff)), CSV, "audit.csv");
    }

    /** A whole book, as it can be checked. */
    @Get("/audit.jsonl")
    HttpResponse<?> lines(HttpRequest<?> request, Staff staff) {
        return answer(
                request,
                filter(request, staff).book().flatMap(book -> auditFiles.lines(staff, book)),
                JSON_LINES,
                "audit.jsonl");
    }

    private HttpResponse<?> answer(HttpRequest<?> request, Optional<InputStream> file, MediaType type, String name) {
        return file.<HttpResponse<?>>map(open -> HttpResponse.ok(new StreamedFile(open, type).attach(name)))
                .orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
    }
}
