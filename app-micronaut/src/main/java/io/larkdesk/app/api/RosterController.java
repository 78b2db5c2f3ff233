package io.larkdesk.app.api;

import io.larkdesk.app.api.Sent.NewShift;
import io.larkdesk.app.api.Views.ShiftView;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.PlanShift;
import io.larkdesk.core.roster.Shift;
import io.larkdesk.core.roster.ShowRoster;
import io.larkdesk.core.token.TokenScope;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is on duty when. */
@Controller(ApiPath.ROOT)
@Tag(name = "Roster")
@ExecuteOn(TaskExecutors.BLOCKING)
final class RosterController {

    private static final Duration USUAL = Duration.ofDays(7);

    private final ShowRoster showRoster;
    private final PlanShift planShift;
    private final Once once;

    RosterController(ShowRoster showRoster, PlanShift planShift, Once once) {
        this.showRoster = showRoster;
        this.planShift = planShift;
        this.once = once;
    }

    /**
     * Lists the shifts with any time in a span, as they are planned, the first to begin first. Needs the scope roster:read.
     *
     * @param from from when; else now
     * @param until the end of it, at most 31 days later; else 7 days
     */
    @Get("/roster/shifts")
    @Scoped(TokenScope.ROSTER_READ)
    Listed<ShiftView> listShifts(
            @Parameter(hidden = true) Caller caller,
            @QueryValue @Nullable String from,
            @QueryValue @Nullable String until) {
        Fields fields = new Fields();
        Instant begin = fields.instant("from", from).orElseGet(Instant::now);
        Instant end = fields.instant("until", until).orElseGet(() -> begin.plus(USUAL));
        span(fields, begin, end);
        return listed(roster(caller, begin, end).shifts());
    }

    /** Lists who is on duty now, absences taken into account. Needs the scope roster:read. */
    @Get("/roster/on-duty")
    @Scoped(TokenScope.ROSTER_READ)
    Listed<ShiftView> listOnDuty(@Parameter(hidden = true) Caller caller) {
        Instant now = Instant.now();
        return listed(roster(caller, now, now.plus(Duration.ofSeconds(1))).duties().stream()
                .filter(duty -> duty.covers(now))
                .toList());
    }

    /** Says that somebody of the staff is on duty for some time. Needs the scope roster:write. */
    @Post("/roster/shifts")
    @Scoped(TokenScope.ROSTER_WRITE)
    @Status(HttpStatus.CREATED)
    HttpResponse<ShiftView> planShift(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            @Header(Once.KEY) @Nullable String key,
            @Body NewShift sent) {
        return once.create(
                request,
                caller,
                key,
                sent,
                ShiftView.class,
                () -> new Once.Made<>(ShiftView.of(plan(caller, sent)), request.getPath()));
    }

    private Shift plan(Caller caller, NewShift sent) {
        Fields fields = new Fields();
        Optional<PersonId> person = fields.required("person", sent.person(), fields.id("person", sent.person()))
                .map(caller::colleague);
        Optional<StaffRole> role =
                fields.required("role", sent.role(), fields.constant("role", sent.role(), StaffRole.class));
        Optional<Instant> from = fields.required("from", sent.from(), fields.instant("from", sent.from()));
        Optional<Instant> until = fields.required("until", sent.until(), fields.instant("until", sent.until()));
        fields.check();
        span(fields, from.orElseThrow(), until.orElseThrow());
        Shift shift = new Shift(person.orElseThrow(), role.orElseThrow(), from.orElseThrow(), until.orElseThrow());
        return switch (planShift.execute(new PlanShift.Command(Optional.of(caller.id()), shift))) {
            case PLANNED -> shift;
            case NOT_STAFF -> throw Refusal.field("person", "is none of the staff");
            case NOT_ALLOWED, LEFT_OUT -> throw Refusal.notAllowed("The token's person may not plan the roster.");
        };
    }

    private static void span(Fields fields, Instant from, Instant until) {
        if (!Shift.isSpan(from, until)) {
            fields.wrong("until", "is not after from, within 31 days");
        }
        fields.check();
    }

    private ShowRoster.Shown roster(Caller caller, Instant from, Instant until) {
        return showRoster
                .execute(new ShowRoster.Command(caller.id(), from, until))
                .orElseThrow(Refusal::notThere);
    }

    private static Listed<ShiftView> listed(List<Shift> shifts) {
        return Listed.of(shifts.stream().map(ShiftView::of).toList(), Optional.empty());
    }
}
