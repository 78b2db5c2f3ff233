package io.larkdesk.app.console.queue;

import io.larkdesk.app.page.Notice;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.ticket.Change;
import io.larkdesk.core.ticket.Resolution;
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
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Shows staff which tickets wait for whom, and lets them take, give and resolve several at once. */
@Controller(Addresses.CONSOLE + "/queue")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class QueueController {

    private final QueueAnswers queueAnswers;
    private final ChangePicked changePicked;
    private final Notices notices;

    QueueController(QueueAnswers queueAnswers, ChangePicked changePicked, Notices notices) {
        this.queueAnswers = queueAnswers;
        this.changePicked = changePicked;
        this.notices = notices;
    }

    /** The page; for its script only what changes on it. */
    @Get
    HttpResponse<?> show(HttpRequest<?> request, Staff staff) {
        return queueAnswers.show(request, staff, HttpStatus.OK, Told.NOTHING);
    }

    /** Makes the picked tickets the person's own. */
    @Post("/take")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> take(HttpRequest<?> request, Staff staff, @Body Map<String, Object> fields) {
        Form form = new Form(fields);
        return change(request, staff, form, Set.copyOf(form.texts("take")), new Change.Reassign(staff.id()));
    }

    /** Gives the picked tickets to somebody of the staff. */
    @Post("/assign")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> assign(HttpRequest<?> request, Staff staff, @Body Map<String, Object> fields) {
        Form form = new Form(fields);
        Set<String> picked = Set.copyOf(form.texts("ticket"));
        return form.id("person")
                .map(person -> new PersonId(staff.id().tenant(), person))
                .<HttpResponse<?>>map(person -> change(request, staff, form, picked, new Change.Reassign(person)))
                .orElseGet(() -> refuse(request, staff, form, picked, "person", "ticket.problem.person"));
    }

    /** Resolves the picked tickets, all with the same words about what was done. */
    @Post("/resolve")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> resolve(HttpRequest<?> request, Staff staff, @Body Map<String, Object> fields) {
        Form form = new Form(fields);
        Set<String> picked = Set.copyOf(form.texts("ticket"));
        String text = resolution(form);
        return Resolution.problemWith(text)
                .<HttpResponse<?>>map(problem -> refuse(
                        request, staff, form, picked, "resolution", "ticket.problem.resolution." + problem.name()))
                .orElseGet(() -> change(request, staff, form, picked, new Change.Resolve(Resolution.parse(text))));
    }

    private HttpResponse<?> change(HttpRequest<?> request, Staff staff, Form form, Set<String> picked, Change change) {
        if (picked.isEmpty()) {
            return refuse(request, staff, form, picked, "ticket", "queue.problem.none");
        }
        Optional<List<ChangePicked.Pick>> picks = ChangePicked.picks(picked, form);
        if (picks.isEmpty()) {
            return notices.answer(request, Notice.BAD_REQUEST);
        }
        ChangePicked.Outcome outcome = changePicked.execute(picks.get(), staff, change);
        if (outcome.refused().isEmpty()) {
            return HttpResponse.seeOther(URI.create(
                    QueueFilter.of(request.getParameters(), staff.id()).path()));
        }
        return queueAnswers.show(
                request,
                staff,
                HttpStatus.CONFLICT,
                new Told(outcome.done(), outcome.refused(), Optional.empty(), Set.of(), resolution(form)));
    }

    private HttpResponse<?> refuse(
            HttpRequest<?> request, Staff staff, Form form, Set<String> picked, String field, String key) {
        return queueAnswers.refuse(request, staff, field, key, picked, resolution(form));
    }

    private static String resolution(Form form) {
        return form.text("resolution").orElse("");
    }
}
