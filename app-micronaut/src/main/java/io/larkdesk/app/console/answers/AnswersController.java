package io.larkdesk.app.console.answers;

import io.larkdesk.app.chat.Views;
import io.larkdesk.app.console.ConsoleFrames;
import io.larkdesk.app.console.Section;
import io.larkdesk.app.console.Told;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Browser;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.answer.ChangeAnswer;
import io.larkdesk.core.answer.ListAnswers;
import io.larkdesk.core.conversation.MessageBody;
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

/** Shows the staff the canned answers, and lets them make and change them. */
@Controller(Addresses.CONSOLE + "/answers")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AnswersController {

    private static final Logger LOG = LoggerFactory.getLogger(AnswersController.class);
    private static final Set<String> DONE = Set.of("changed", "removed");

    private final ListAnswers listAnswers;
    private final ChangeAnswer changeAnswer;
    private final ConsoleFrames consoleFrames;
    private final Pages pages;
    private final Notices notices;

    AnswersController(
            ListAnswers listAnswers,
            ChangeAnswer changeAnswer,
            ConsoleFrames consoleFrames,
            Pages pages,
            Notices notices) {
        this.listAnswers = listAnswers;
        this.changeAnswer = changeAnswer;
        this.consoleFrames = consoleFrames;
        this.pages = pages;
        this.notices = notices;
    }

    /**
     * The page; for a composer's script only the answers to choose from.
     *
     * @param done tells what was done just now
     */
    @Get
    HttpResponse<?> show(HttpRequest<?> request, Staff staff, @QueryValue @Nullable String done) {
        return show(
                request,
                staff,
                HttpStatus.OK,
                Optional.ofNullable(done).filter(DONE::contains).map(Told::done).orElse(Told.NOTHING));
    }

    private HttpResponse<?> show(HttpRequest<?> request, Staff staff, HttpStatus status, Told told) {
        String template = Browser.isScript(request) ? "console/answerChoice.jte" : "console/answers.jte";
        return listAnswers
                .execute(staff.id())
                .map(answers -> new AnswersPage(
                        consoleFrames.around(staff, Section.ANSWERS, Section.ANSWERS.path()), answers, told))
                .<HttpResponse<?>>map(page -> Views.html(status, pages.page(template, page)))
                .orElseGet(() -> notices.answer(request, Notice.NO_ROLE));
    }

    /** Makes an answer, or changes one. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(HttpRequest<?> request, Staff staff, @Body Map<String, Object> fields) {
        AnswerForm form = new AnswerForm(fields);
        return form.body()
                .<HttpResponse<?>>map(body -> change(request, staff, form, Optional.of(body)))
                .orElseGet(() -> refuse(request, staff, HttpStatus.UNPROCESSABLE_ENTITY, form, "body", "body"));
    }

    /** Takes an answer away. */
    @Post("/remove")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> remove(HttpRequest<?> request, Staff staff, @Body Map<String, Object> fields) {
        return change(request, staff, new AnswerForm(fields), Optional.empty());
    }

    private HttpResponse<?> change(HttpRequest<?> request, Staff staff, AnswerForm form, Optional<MessageBody> body) {
        if (form.name().isEmpty()) {
            return refuse(request, staff, HttpStatus.UNPROCESSABLE_ENTITY, form, "name", "name");
        }
        ChangeAnswer.Command command = new ChangeAnswer.Command(
                staff.id(), form.name().get(), body, form.seen().orElse(-1L));
        ChangeAnswer.Result result = changeAnswer.execute(command);
        return switch (result) {
            case CHANGED, THE_SAME -> {
                LOG.info("answer={} is {} for person={}", command.name(), result, staff.id());
                yield HttpResponse.seeOther(
                        URI.create(Section.ANSWERS.path() + "?done=" + (body.isPresent() ? "changed" : "removed")));
            }
            case STALE ->
                refuse(request, staff, HttpStatus.CONFLICT, form, command.seen() == 0 ? "taken" : "stale", "name");
            case TOO_MANY -> refuse(request, staff, HttpStatus.CONFLICT, form, "tooMany", "name");
            case NOT_ALLOWED -> notices.answer(request, Notice.NO_ROLE);
        };
    }

    private HttpResponse<?> refuse(
            HttpRequest<?> request, Staff staff, HttpStatus status, AnswerForm form, String problem, String field) {
        return show(request, staff, status, Told.wrong(problem, field, form.entered()));
    }
}
