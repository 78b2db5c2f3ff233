package io.larkdesk.app.console.roster;

import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.roster.Absence;
import io.larkdesk.core.roster.EndAbsence;
import io.larkdesk.core.roster.NoteAbsence;
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
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets staff say when they are away, and those who plan say it of others. */
@Controller(Addresses.CONSOLE + "/roster/absences")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AbsenceController {

    private static final Logger LOG = LoggerFactory.getLogger(AbsenceController.class);

    private final NoteAbsence noteAbsence;
    private final EndAbsence endAbsence;
    private final RosterAnswers answers;

    AbsenceController(NoteAbsence noteAbsence, EndAbsence endAbsence, RosterAnswers answers) {
        this.noteAbsence = noteAbsence;
        this.endAbsence = endAbsence;
        this.answers = answers;
    }

    /** Notes an absence. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> note(HttpRequest<?> request, Staff staff, @Body Map<String, Object> fields) {
        RosterForm form = new RosterForm(fields, staff.id().tenant());
        Optional<String> wrong = form.wrongField(RosterForm.ABSENCE);
        Optional<Absence> absence = wrong.isPresent() ? Optional.empty() : form.absence();
        if (absence.isEmpty()) {
            return answers.wrong(request, staff, form, wrong.orElse("returns"));
        }
        return switch (noteAbsence.execute(new NoteAbsence.Command(staff.id(), absence.get()))) {
            case NOTED -> {
                LOG.info(
                        "person={} noted that person={} is away from {} until {}",
                        staff.id(),
                        absence.get().person(),
                        absence.get().from(),
                        absence.get().until());
                yield RosterAnswers.back(RosterAnswers.dayOf(absence.get().from(), staff));
            }
            case NOT_STAFF -> answers.wrong(request, staff, form, "absent");
            case NOT_ALLOWED -> answers.notAllowed(request);
        };
    }

    /** Takes an absence out. */
    @Post("/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> end(HttpRequest<?> request, Staff staff, @Body Map<String, Object> fields) {
        RosterForm form = new RosterForm(fields, staff.id().tenant());
        Optional<Absence> absence = form.seenAbsence();
        if (absence.isEmpty()) {
            return answers.badRequest(request);
        }
        return switch (endAbsence.execute(staff.id(), absence.get())) {
            case ENDED -> {
                LOG.info(
                        "person={} took out the absence of person={} from {}",
                        staff.id(),
                        absence.get().person(),
                        absence.get().from());
                yield RosterAnswers.back(RosterAnswers.week(form, staff));
            }
            case GONE -> answers.gone(request, staff, form);
            case NOT_ALLOWED -> answers.notAllowed(request);
        };
    }
}
