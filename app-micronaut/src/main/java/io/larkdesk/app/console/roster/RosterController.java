package io.larkdesk.app.console.roster;

import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.roster.CancelShift;
import io.larkdesk.core.roster.CoverShift;
import io.larkdesk.core.roster.PlanShifts;
import io.larkdesk.core.roster.Shift;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows staff who is on duty when, and lets those who plan say so. */
@Controller(Addresses.CONSOLE + "/roster")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RosterController {

    private static final Logger LOG = LoggerFactory.getLogger(RosterController.class);

    private final PlanShifts planShifts;
    private final CancelShift cancelShift;
    private final CoverShift coverShift;
    private final RosterAnswers answers;

    RosterController(PlanShifts planShifts, CancelShift cancelShift, CoverShift coverShift, RosterAnswers answers) {
        this.planShifts = planShifts;
        this.cancelShift = cancelShift;
        this.coverShift = coverShift;
        this.answers = answers;
    }

    /** The week in which the day {@code week} is; that of today without one. */
    @Get
    HttpResponse<?> show(HttpRequest<?> request, Staff staff, @QueryValue @Nullable String week) {
        LocalDate day = Form.findDay(week).orElseGet(() -> RosterAnswers.today(staff));
        return answers.show(request, staff, HttpStatus.OK, day, Told.NOTHING);
    }

    /** Plans a shift, week after week if that is wanted. */
    @Post("/shifts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> plan(HttpRequest<?> request, Staff staff, @Body Map<String, Object> fields) {
        RosterForm form = new RosterForm(fields, staff.id().tenant());
        Optional<String> wrong = form.wrongField(RosterForm.SHIFT);
        Optional<List<Shift>> shifts =
                wrong.isPresent() ? Optional.empty() : form.pattern().shifts();
        if (shifts.isEmpty()) {
            return answers.wrong(request, staff, form, wrong.orElse("until"));
        }
        return switch (planShifts.execute(new PlanShifts.Command(staff.id(), shifts.get()))) {
            case PLANNED -> {
                LOG.info(
                        "person={} planned {} shifts from {}",
                        staff.id(),
                        shifts.get().size(),
                        shifts.get().get(0));
                yield RosterAnswers.back(RosterAnswers.dayOf(shifts.get().get(0).from(), staff));
            }
            case NOT_STAFF -> answers.wrong(request, staff, form, "person");
            case NOT_ALLOWED, LEFT_OUT -> answers.notAllowed(request);
        };
    }

    /** Takes a shift out. */
    @Post("/shifts/cancel")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> cancel(HttpRequest<?> request, Staff staff, @Body Map<String, Object> fields) {
        RosterForm form = new RosterForm(fields, staff.id().tenant());
        Optional<Shift> shift = form.shift();
        if (shift.isEmpty()) {
            return answers.badRequest(request);
        }
        if (cancelShift.execute(staff.id(), shift.get())) {
            LOG.info("person={} took out {}", staff.id(), shift.get());
            return RosterAnswers.back(RosterAnswers.week(form, staff));
        }
        return answers.mayPlan(staff) ? answers.gone(request, staff, form) : answers.notAllowed(request);
    }

    /** Has somebody else take over a shift, or a part of it. */
    @Post("/shifts/cover")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> cover(HttpRequest<?> request, Staff staff, @Body Map<String, Object> fields) {
        RosterForm form = new RosterForm(fields, staff.id().tenant());
        Optional<Shift> shift = form.shift();
        Optional<PersonId> taker = form.person("taker");
        Optional<ZoneId> zone = form.zone("zone");
        if (shift.isEmpty() || taker.isEmpty() || zone.isEmpty()) {
            return answers.badRequest(request);
        }
        Optional<Instant> from =
                form.time("from").map(time -> time.atZone(zone.get()).toInstant());
        Optional<Instant> until =
                form.time("until").map(time -> time.atZone(zone.get()).toInstant());
        if (from.isEmpty() || until.isEmpty() || !CoverShift.isPart(shift.get(), from.get(), until.get())) {
            return answers.show(
                    request,
                    staff,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    RosterAnswers.week(form, staff),
                    Told.because("part"));
        }
        return switch (coverShift.execute(
                new CoverShift.Command(staff.id(), shift.get(), taker.get(), from.get(), until.get()))) {
            case COVERED -> {
                LOG.info(
                        "person={} has {} covered by {} from {} until {}",
                        staff.id(),
                        shift.get(),
                        taker.get(),
                        from.get(),
                        until.get());
                yield RosterAnswers.back(RosterAnswers.week(form, staff));
            }
            case NOT_STAFF ->
                answers.show(
                        request,
                        staff,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        RosterAnswers.week(form, staff),
                        Told.because("person"));
            case NOT_ALLOWED -> answers.notAllowed(request);
            case GONE -> answers.gone(request, staff, form);
        };
    }
}
