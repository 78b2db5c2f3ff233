package io.larkdesk.app.console.roster;

import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.roster.PlanShifts;
import io.larkdesk.core.roster.Shift;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets those who plan have several people take over from each other, week after week. */
@Controller(Addresses.CONSOLE + "/roster/rotations")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RotationController {

    private static final Logger LOG = LoggerFactory.getLogger(RotationController.class);

    private final PlanShifts planShifts;
    private final RosterAnswers answers;

    RotationController(PlanShifts planShifts, RosterAnswers answers) {
        this.planShifts = planShifts;
        this.answers = answers;
    }

    /** Plans a rotation. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> plan(HttpRequest<?> request, Staff staff, @Body Map<String, Object> fields) {
        RosterForm form = new RosterForm(fields, staff.id().tenant());
        Optional<String> wrong = form.wrongField(RosterForm.ROTATION);
        if (wrong.isPresent()) {
            return answers.wrong(request, staff, form, wrong.get());
        }
        List<Shift> shifts = form.rotation().shifts();
        return switch (planShifts.execute(new PlanShifts.Command(staff.id(), shifts))) {
            case PLANNED -> {
                LOG.info(
                        "person={} planned a rotation of {} turns from {}",
                        staff.id(),
                        shifts.size(),
                        shifts.get(0).from());
                yield RosterAnswers.back(RosterAnswers.dayOf(shifts.get(0).from(), staff));
            }
            case NOT_STAFF -> answers.wrong(request, staff, form, RosterForm.PEOPLE.get(0));
            case NOT_ALLOWED, LEFT_OUT -> answers.notAllowed(request);
        };
    }
}
