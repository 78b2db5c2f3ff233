package io.larkdesk.app.timeline;

import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.page.TimelineLine;
import io.larkdesk.app.page.TimelinePage;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.auditing.RecordTaking;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.ticket.Ticket;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Gives a ticket's whole Timeline, as a page to read and print, and as a file that can be checked. */
@Controller("/lark/{appId}/tickets/{number}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TimelineController {

    private final WholeTimeline wholeTimeline;
    private final RecordTaking recordTaking;
    private final Pages pages;
    private final Notices notices;

    TimelineController(WholeTimeline wholeTimeline, RecordTaking recordTaking, Pages pages, Notices notices) {
        this.wholeTimeline = wholeTimeline;
        this.recordTaking = recordTaking;
        this.pages = pages;
        this.notices = notices;
    }

    /** The page. */
    @Get("/timeline")
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> read(HttpRequest<?> request, Visitor visitor, String number) {
        return find(visitor, number)
                .<HttpResponse<?>>map(found -> HttpResponse.ok(pages.timeline(page(visitor, found)))
                        .header(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
                        .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"" + name(found) + ".html\""))
                .orElseGet(() -> notices.answer(request, Notice.NOTHING_HERE));
    }

    /** The file. */
    @Get("/timeline.json")
    @Produces(MediaType.APPLICATION_JSON)
    HttpResponse<?> download(HttpRequest<?> request, Visitor visitor, String number) {
        return find(visitor, number)
                .<HttpResponse<?>>map(found -> {
                    recordTaking.execute(
                            visitor.person().id(),
                            RecordTaking.File.TIMELINE,
                            AuditBook.of(found.ticket().id().tenant()),
                            AuditSubject.of(
                                    AuditSubject.Kind.TICKET,
                                    found.ticket().number().value()));
                    return HttpResponse.ok(TimelineFile.of(found))
                            .header(
                                    HttpHeaders.CONTENT_DISPOSITION,
                                    "attachment; filename=\"" + name(found) + ".json\"");
                })
                .orElseGet(() -> notices.answer(request, Notice.NOTHING_HERE));
    }

    private Optional<WholeTimeline.Whole> find(Visitor visitor, String number) {
        return Addresses.ticketNumber(number)
                .flatMap(parsed -> wholeTimeline.find(parsed, visitor.person().id()));
    }

    private static TimelinePage page(Visitor visitor, WholeTimeline.Whole whole) {
        Ticket ticket = whole.ticket();
        Map<PersonId, Person> people =
                whole.people().stream().collect(Collectors.toMap(Person::id, Function.identity()));
        return new TimelinePage(
                visitor.viewer(),
                Addresses.ticket(visitor.tenant().appId(), ticket.number()),
                ticket,
                whole.entries().stream()
                        .map(entry ->
                                TimelineLine.of(entry, people, ticket.times().openedAt()))
                        .toList(),
                whole.end());
    }

    private static String name(WholeTimeline.Whole whole) {
        return "ticket-" + whole.ticket().number().value() + "-timeline";
    }
}
