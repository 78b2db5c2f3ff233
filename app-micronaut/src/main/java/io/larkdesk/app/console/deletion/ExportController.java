package io.larkdesk.app.console.deletion;

import io.larkdesk.app.console.TenantPaths;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.deletion.TakeExport.Taking;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;

/** Gives administrators what is a customer's, as one file. */
@Controller("/console/tenants/{tenant}/export")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ExportController {

    private static final MediaType ZIP = MediaType.of("application/zip");

    private final ExportFile exports;
    private final Notices notices;

    ExportController(ExportFile exports, Notices notices) {
        this.exports = exports;
        this.notices = notices;
    }

    /** The file, which is made as it is read. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> take(HttpRequest<?> request, Staff staff, String tenant) {
        return TenantPaths.parse(tenant)
                .flatMap(id -> exports.begin(id, staff.id()))
                .<HttpResponse<?>>map(this::answer)
                .orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
    }

    private HttpResponse<?> answer(Taking taking) {
        return HttpResponse.ok(new StreamedFile(exports.stream(taking), ZIP)
                .attach("export-" + taking.tenant().appId().value() + ".zip"));
    }
}
