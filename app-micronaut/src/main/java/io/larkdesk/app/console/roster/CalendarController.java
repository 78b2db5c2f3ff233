package io.larkdesk.app.console.roster;

import io.larkdesk.app.files.FormReader;
import io.larkdesk.app.files.MultipartForm;
import io.larkdesk.app.page.Texts;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.ProofInForm;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.attachment.ByteSource;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditSubject;
import io.larkdesk.core.auditing.RecordTaking;
import io.larkdesk.core.roster.ListShifts;
import io.larkdesk.core.roster.PlanShifts;
import io.micronaut.http.HttpHeaders;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives the roster to calendars, and takes shifts and absences from them. */
@Controller(Addresses.CONSOLE)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CalendarController {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarController.class);
    private static final int LONGEST = 1_000_000;
    private static final int MOST_MISFITS = 20;

    private final ListShifts listShifts;
    private final PlanShifts planShifts;
    private final RecordTaking recordTaking;
    private final RosterAnswers answers;
    private final FormReader formReader;

    CalendarController(
            ListShifts listShifts,
            PlanShifts planShifts,
            RecordTaking recordTaking,
            RosterAnswers answers,
            FormReader formReader) {
        this.listShifts = listShifts;
        this.planShifts = planShifts;
        this.recordTaking = recordTaking;
        this.answers = answers;
        this.formReader = formReader;
    }

    /** What is planned, as a file. */
    @Get("/roster.ics")
    HttpResponse<?> export(HttpRequest<?> request, Staff staff) {
        return listShifts
                .execute(staff.id())
                .<HttpResponse<?>>map(listed -> {
                    recordTaking.execute(
                            staff.id(), RecordTaking.File.ROSTER, AuditBook.PROVIDER, AuditSubject.DEPLOYMENT);
                    return HttpResponse.ok(new CalendarFile(listed.staff(), texts(staff))
                                    .write(listed.shifts(), listed.absences()))
                            .header(HttpHeaders.CONTENT_TYPE, "text/calendar; charset=utf-8")
                            .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"roster.ics\"");
                })
                .orElseGet(() -> answers.notAllowed(request));
    }

    private static Texts texts(Staff staff) {
        return staff.viewer().texts();
    }

    /** Plans the shifts of a file: all of them, or none. */
    @Post("/roster/calendar")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @ProofInForm
    HttpResponse<?> take(HttpRequest<?> request, Staff staff, @Body InputStream body) throws IOException {
        return formReader.read(request, staff.visitor(), body, form -> {
            Optional<MultipartForm.Part> file = form.nextFile();
            Optional<byte[]> bytes = file.isPresent() ? whole(file.get().bytes()) : Optional.empty();
            if (file.isEmpty()) {
                return answers.badRequest(request);
            }
            return bytes.isPresent()
                    ? take(request, staff, bytes.get())
                    : refused(request, staff, "calendarLong", List.of());
        });
    }

    /** Empty if it is too long. */
    private static Optional<byte[]> whole(ByteSource source) throws IOException {
        byte[] bytes = new byte[LONGEST + 1];
        int length = 0;
        for (int read = source.read(bytes, 0, bytes.length);
                read > 0;
                read = source.read(bytes, length, bytes.length - length)) {
            length += read;
        }
        return length > LONGEST ? Optional.empty() : Optional.of(Arrays.copyOf(bytes, length));
    }

    private HttpResponse<?> take(HttpRequest<?> request, Staff staff, byte[] bytes) throws IOException {
        Optional<ListShifts.Listed> listed = listShifts.execute(staff.id());
        if (listed.isEmpty()) {
            return answers.notAllowed(request);
        }
        CalendarFile.Found found =
                new CalendarFile(listed.get().staff(), texts(staff)).read(new ByteArrayInputStream(bytes));
        if (!found.misfits().isEmpty()) {
            return refused(request, staff, "calendarMisfits", lines(found.misfits(), texts(staff)));
        }
        if (found.isEmpty()) {
            return refused(request, staff, "calendarEmpty", List.of());
        }
        return switch (planShifts.execute(new PlanShifts.Command(staff.id(), found.shifts(), found.absences()))) {
            case PLANNED -> {
                LOG.info(
                        "person={} planned {} shifts and {} absences of a calendar",
                        staff.id(),
                        found.shifts().size(),
                        found.absences().size());
                yield RosterAnswers.back(RosterAnswers.dayOf(found.begin(), staff));
            }
            case NOT_STAFF -> refused(request, staff, "person", List.of());
            case NOT_ALLOWED, LEFT_OUT -> answers.notAllowed(request);
        };
    }

    private static List<String> lines(List<CalendarFile.Misfit> misfits, Texts texts) {
        List<String> lines = new ArrayList<>(misfits.stream()
                .limit(MOST_MISFITS)
                .map(misfit -> texts.say(
                        "roster.misfit",
                        Map.of("event", misfit.summary(), "why", texts.say("roster.misfit." + misfit.why()))))
                .toList());
        if (misfits.size() > MOST_MISFITS) {
            lines.add(texts.say("roster.misfit.more", "count", misfits.size() - MOST_MISFITS));
        }
        return lines;
    }

    private HttpResponse<?> refused(HttpRequest<?> request, Staff staff, String problem, List<String> lines) {
        return answers.show(
                request,
                staff,
                HttpStatus.UNPROCESSABLE_ENTITY,
                RosterAnswers.today(staff),
                Told.because(problem, lines));
    }
}
