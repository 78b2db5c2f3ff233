package io.larkdesk.app.console.plans;

import io.larkdesk.app.console.Told;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.clock.BusinessCalendar;
import io.larkdesk.core.clock.ChangeCalendar;
import io.larkdesk.core.escalation.ChangePlan;
import io.larkdesk.core.escalation.SupportPlan;
import io.larkdesk.core.tenant.PlanName;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows staff the support plans and the calendars, and lets administrators change them. */
@Controller(Addresses.CONSOLE + "/plans")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class PlansController {

    private static final Logger LOG = LoggerFactory.getLogger(PlansController.class);
    private static final String CHANGED = "changed";
    private static final String SAME = "same";
    private static final Set<String> DONE = Set.of(CHANGED, SAME);

    private final PlanPages planPages;
    private final ChangePlan changePlan;
    private final ChangeCalendar changeCalendar;
    private final Notices notices;

    PlansController(PlanPages planPages, ChangePlan changePlan, ChangeCalendar changeCalendar, Notices notices) {
        this.planPages = planPages;
        this.changePlan = changePlan;
        this.changeCalendar = changeCalendar;
        this.notices = notices;
    }

    /** All of them. */
    @Get
    HttpResponse<?> list(HttpRequest<?> request, Staff staff) {
        return planPages.list(staff).orElseGet(() -> notices.answer(request, Notice.NO_ROLE));
    }

    /**
     * A plan, or a new one.
     *
     * @param done tells what was done just now
     */
    @Get("/plan")
    HttpResponse<?> plan(
            HttpRequest<?> request, Staff staff, @QueryValue @Nullable String name, @QueryValue @Nullable String done) {
        return planPages
                .plan(staff, Optional.ofNullable(name), HttpStatus.OK, told(done))
                .orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
    }

    /**
     * A calendar, or a new one.
     *
     * @param done tells what was done just now
     */
    @Get("/calendar")
    HttpResponse<?> calendar(
            HttpRequest<?> request, Staff staff, @QueryValue @Nullable String name, @QueryValue @Nullable String done) {
        return planPages
                .calendar(staff, Optional.ofNullable(name), HttpStatus.OK, told(done))
                .orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
    }

    private static Told told(@Nullable String done) {
        return Optional.ofNullable(done).filter(DONE::contains).map(Told::done).orElse(Told.NOTHING);
    }

    /** Makes a plan, or changes one. */
    @Post("/plan")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> changePlan(HttpRequest<?> request, Staff staff, @Body Map<String, Object> fields) {
        PlanForm form = new PlanForm(fields);
        Optional<String> old = old(fields);
        try {
            PlanName name = form.name();
            SupportPlan plan = form.plan();
            Optional<Long> seen = form.seen();
            if (seen.isEmpty()) {
                return planProblem(request, staff, old, HttpStatus.CONFLICT, Told.refused("stale", form.entered()));
            }
            ChangePlan.Result result = changePlan.execute(new ChangePlan.Command(staff.id(), name, plan, seen.get()));
            return switch (result) {
                case CHANGED -> {
                    LOG.info("plan={} was changed by person={}", name, staff.id());
                    yield done(PlanPaths.plan(name), CHANGED);
                }
                case THE_SAME -> done(PlanPaths.plan(name), SAME);
                case STALE ->
                    planProblem(request, staff, old, HttpStatus.CONFLICT, Told.refused("stale", form.entered()));
                case NO_CALENDAR ->
                    planProblem(
                            request,
                            staff,
                            old,
                            HttpStatus.UNPROCESSABLE_ENTITY,
                            Told.wrong("calendar", "calendar", form.entered()));
                case NOT_ALLOWED -> notices.answer(request, Notice.NO_ROLE);
            };
        } catch (WrongException e) {
            return planProblem(
                    request,
                    staff,
                    old,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    Told.wrong(e.problem(), e.field(), form.entered()));
        }
    }

    private HttpResponse<?> planProblem(
            HttpRequest<?> request, Staff staff, Optional<String> name, HttpStatus status, Told told) {
        return planPages.plan(staff, name, status, told).orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
    }

    /** Makes a calendar, or changes one. */
    @Post("/calendar")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> changeCalendar(HttpRequest<?> request, Staff staff, @Body Map<String, Object> fields) {
        CalendarForm form = new CalendarForm(fields);
        Optional<String> old = old(fields);
        try {
            BusinessCalendar calendar = form.calendar();
            Optional<Long> seen = form.seen();
            if (seen.isEmpty()) {
                return calendarProblem(request, staff, old, HttpStatus.CONFLICT, Told.refused("stale", form.entered()));
            }
            ChangeCalendar.Result result =
                    changeCalendar.execute(new ChangeCalendar.Command(staff.id(), calendar, seen.get()));
            return switch (result) {
                case CHANGED -> {
                    LOG.info("calendar={} was changed by person={}", calendar.name(), staff.id());
                    yield done(PlanPaths.calendar(calendar.name()), CHANGED);
                }
                case THE_SAME -> done(PlanPaths.calendar(calendar.name()), SAME);
                case STALE ->
                    calendarProblem(request, staff, old, HttpStatus.CONFLICT, Told.refused("stale", form.entered()));
                case NOT_ALLOWED -> notices.answer(request, Notice.NO_ROLE);
            };
        } catch (WrongException e) {
            return calendarProblem(
                    request,
                    staff,
                    old,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    Told.wrong(e.problem(), e.field(), form.entered()));
        }
    }

    private HttpResponse<?> calendarProblem(
            HttpRequest<?> request, Staff staff, Optional<String> name, HttpStatus status, Told told) {
        return planPages.calendar(staff, name, status, told).orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
    }

    /** The name of what is changed; empty if something new is made. */
    private static Optional<String> old(Map<String, Object> fields) {
        Form form = new Form(fields);
        return form.number("seen").filter(seen -> seen == 0).isPresent()
                        && form.text("known").isEmpty()
                ? Optional.empty()
                : form.text("name");
    }

    private static HttpResponse<?> done(String path, String what) {
        return HttpResponse.seeOther(URI.create(path + "&done=" + what));
    }
}
