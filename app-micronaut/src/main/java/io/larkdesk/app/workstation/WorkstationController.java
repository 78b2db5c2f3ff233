package io.larkdesk.app.workstation;

import io.larkdesk.app.chat.Views;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.page.TicketFilter;
import io.larkdesk.app.page.WorkstationPage;
import io.larkdesk.app.web.Browser;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.auditing.RecordTaking;
import io.larkdesk.core.group.GroupId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Shows the tickets of a service group. */
@Controller("/lark/{appId}/groups/{group}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class WorkstationController {

    private final WorkstationPages workstationPages;
    private final CsvFiles csvFiles;
    private final RecordTaking recordTaking;
    private final Pages pages;
    private final Notices notices;

    WorkstationController(
            WorkstationPages workstationPages,
            CsvFiles csvFiles,
            RecordTaking recordTaking,
            Pages pages,
            Notices notices) {
        this.workstationPages = workstationPages;
        this.csvFiles = csvFiles;
        this.recordTaking = recordTaking;
        this.pages = pages;
        this.notices = notices;
    }

    /** The page; its script gets what may have changed of it. */
    @Get("/workstation")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> show(HttpRequest<?> request, Visitor visitor, String group) {
        return GroupId.parse(group)
                .flatMap(id -> workstationPages.find(visitor, id, filter(request)))
                .<HttpResponse<?>>map(page -> Views.html(draw(request, page)))
                .orElseGet(() -> notices.answer(request, Notice.NOTHING_HERE));
    }

    private String draw(HttpRequest<?> request, WorkstationPage page) {
        return Browser.isScript(request) ? pages.workstationFragment(page) : pages.workstation(page);
    }

    /** The same tickets, all of them, as a file. */
    @Get("/workstation.csv")
    @Produces(MediaType.TEXT_CSV)
    HttpResponse<?> download(HttpRequest<?> request, Visitor visitor, String group) {
        return GroupId.parse(group)
                .flatMap(id -> csvFiles.open(visitor, id, filter(request)).map(csv -> {
                    recordTaking.execute(
                            visitor.person().id(),
                            RecordTaking.File.TICKETS,
                            AuditBook.of(id.tenant()),
                            AuditSubject.of(AuditSubject.Kind.GROUP, id.value()));
                    return csv;
                }))
                .<HttpResponse<?>>map(csv -> Views.csv(csv, "tickets.csv"))
                .orElseGet(() -> notices.answer(request, Notice.NOTHING_HERE));
    }

    private static TicketFilter filter(HttpRequest<?> request) {
        Map<String, String> said = new LinkedHashMap<>();
        request.getParameters().names().forEach(name -> Optional.ofNullable(
                        request.getParameters().get(name))
                .ifPresent(value -> said.put(name, value)));
        return TicketFilter.parse(said);
    }
}
