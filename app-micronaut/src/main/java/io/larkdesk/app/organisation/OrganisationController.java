package io.larkdesk.app.organisation;

import io.larkdesk.app.chat.Views;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.reports.ReportMonth;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.budget.CallBudget;
import io.larkdesk.core.organisation.AppointAdministrator;
import io.larkdesk.core.organisation.DismissAdministrator;
import io.larkdesk.core.person.PersonId;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows administrators their organisation, and what came of its months; for others there is nothing here. */
@Controller("/lark/{appId}/organisation")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OrganisationController {

    private static final Logger LOG = LoggerFactory.getLogger(OrganisationController.class);
    private static final Set<String> DONE = Set.of("appointed", "dismissed");

    private final OrganisationPages organisationPages;
    private final AppointAdministrator appointAdministrator;
    private final DismissAdministrator dismissAdministrator;
    private final Notices notices;

    OrganisationController(
            OrganisationPages organisationPages,
            AppointAdministrator appointAdministrator,
            DismissAdministrator dismissAdministrator,
            Notices notices) {
        this.organisationPages = organisationPages;
        this.appointAdministrator = appointAdministrator;
        this.dismissAdministrator = dismissAdministrator;
        this.notices = notices;
    }

    /**
     * The administrators.
     *
     * @param done tells what was done just now
     */
    @Get
    HttpResponse<?> show(HttpRequest<?> request, Visitor visitor, @QueryValue @Nullable String done) {
        return show(
                request, visitor, HttpStatus.OK, Optional.ofNullable(done).filter(DONE::contains), Optional.empty());
    }

    /** Makes a colleague one. */
    @Post("/administrators")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> appoint(HttpRequest<?> request, Visitor visitor, @Body Map<String, Object> fields) {
        Optional<PersonId> person = person(visitor, fields);
        if (person.isEmpty()) {
            return refuse(request, visitor);
        }
        return switch (appointAdministrator.execute(
                new AppointAdministrator.Command(visitor.person().id(), person.get()))) {
            case APPOINTED -> {
                LOG.info("person={} is an administrator of their organisation", person.get());
                yield done(visitor, "appointed");
            }
            case NO_SUCH_PERSON -> refuse(request, visitor);
            case NOTHING_THERE -> notices.answer(request, Notice.NOTHING_HERE);
        };
    }

    /** Has a colleague, or the visitor, be one no more. */
    @Post("/administrators/dismiss")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> dismiss(HttpRequest<?> request, Visitor visitor, @Body Map<String, Object> fields) {
        Optional<PersonId> person = person(visitor, fields);
        if (person.isEmpty()) {
            return refuse(request, visitor);
        }
        return switch (dismissAdministrator.execute(
                new DismissAdministrator.Command(visitor.person().id(), person.get()))) {
            case DISMISSED -> {
                LOG.info("person={} is no administrator of their organisation any more", person.get());
                yield person.get().equals(visitor.person().id())
                        ? HttpResponse.seeOther(
                                URI.create(Addresses.workbench(visitor.tenant().appId())))
                        : done(visitor, "dismissed");
            }
            case NOTHING_THERE -> notices.answer(request, Notice.NOTHING_HERE);
        };
    }

    /**
     * The year of the organisation that ends with a month.
     *
     * @param until such as {@code 2026-11}; this month unless said
     */
    @Get("/reports")
    HttpResponse<?> report(HttpRequest<?> request, Visitor visitor, @QueryValue @Nullable String until) {
        return parse(visitor, until)
                .flatMap(last -> organisationPages.report(visitor, last))
                .<HttpResponse<?>>map(Views::html)
                .orElseGet(() -> notices.answer(request, Notice.NOTHING_HERE));
    }

    /** The same as a file. */
    @Get("/reports/months.csv")
    HttpResponse<?> download(HttpRequest<?> request, Visitor visitor, @QueryValue @Nullable String until) {
        return parse(visitor, until)
                .flatMap(last -> organisationPages.year(visitor, last))
                .<HttpResponse<?>>map(year -> Views.csv(year.file(), year.fileName()))
                .orElseGet(() -> notices.answer(request, Notice.NOTHING_HERE));
    }

    private HttpResponse<?> refuse(HttpRequest<?> request, Visitor visitor) {
        return show(request, visitor, HttpStatus.UNPROCESSABLE_ENTITY, Optional.empty(), Optional.of("person"));
    }

    private HttpResponse<?> show(
            HttpRequest<?> request,
            Visitor visitor,
            HttpStatus status,
            Optional<String> done,
            Optional<String> problem) {
        return organisationPages
                .show(visitor, done, problem)
                .<HttpResponse<?>>map(html -> Views.html(status, html))
                .orElseGet(() -> notices.answer(request, Notice.NOTHING_HERE));
    }

    private static HttpResponse<?> done(Visitor visitor, String what) {
        return HttpResponse.seeOther(
                URI.create(Addresses.organisation(visitor.tenant().appId()) + "?done=" + what));
    }

    /** One of the visitor's own organisation. */
    private static Optional<PersonId> person(Visitor visitor, Map<String, Object> fields) {
        return new Form(fields)
                .id("person")
                .map(id -> new PersonId(visitor.tenant().id(), id));
    }

    private static Optional<YearMonth> parse(Visitor visitor, @Nullable String month) {
        return month == null ? Optional.of(CallBudget.monthOf(visitor.viewer().now())) : ReportMonth.parse(month);
    }
}
