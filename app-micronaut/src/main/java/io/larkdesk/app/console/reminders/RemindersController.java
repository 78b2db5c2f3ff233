package io.larkdesk.app.console.reminders;

import io.larkdesk.app.chat.Views;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.reminding.SendAgain;
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

/** Shows what became of mentions, and has those sent again that Lark refused. */
@Controller(Addresses.CONSOLE + "/reminders")
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RemindersController {

    private static final Logger LOG = LoggerFactory.getLogger(RemindersController.class);
    private static final String AGAIN = "again";
    private static final String MEANWHILE = "meanwhile";
    private static final Set<String> TOLD = Set.of(AGAIN, MEANWHILE);

    private final RemindersPages remindersPages;
    private final SendAgain sendAgain;
    private final Pages pages;
    private final Notices notices;

    RemindersController(RemindersPages remindersPages, SendAgain sendAgain, Pages pages, Notices notices) {
        this.remindersPages = remindersPages;
        this.sendAgain = sendAgain;
        this.pages = pages;
        this.notices = notices;
    }

    /**
     * The page.
     *
     * @param told tells what came of a form just now
     */
    @Get
    HttpResponse<?> show(HttpRequest<?> request, Staff staff, @QueryValue @Nullable String told) {
        return remindersPages
                .find(
                        staff,
                        LogFilter.of(request.getParameters()),
                        Optional.ofNullable(told).filter(TOLD::contains))
                .<HttpResponse<?>>map(page -> Views.html(HttpStatus.OK, pages.page("console/reminders.jte", page)))
                .orElseGet(() -> notices.answer(request, Notice.NO_PAGE));
    }

    /** Has a reminder that Lark refused tried again. */
    @Post("/again")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> again(HttpRequest<?> request, Staff staff, @Body Map<String, Object> fields) {
        Optional<MentionName.Named> mention = new Form(fields).text("mention").flatMap(MentionName::mention);
        if (mention.isEmpty()) {
            return notices.answer(request, Notice.BAD_REQUEST);
        }
        MentionName.Named named = mention.get();
        SendAgain.Result result = sendAgain.execute(new SendAgain.Command(staff.id(), named.message(), named.person()));
        LOG.info(
                "the reminder of message={} in group={} to person={} was wanted again by person={}: {}",
                named.message().seq(),
                named.message().group(),
                named.person(),
                staff.id(),
                result);
        return switch (result) {
            case WAITING -> back(request, AGAIN);
            case NOT_FAILED -> back(request, MEANWHILE);
            case NOT_THERE -> notices.answer(request, Notice.NO_PAGE);
        };
    }

    private static HttpResponse<?> back(HttpRequest<?> request, String told) {
        String path = LogFilter.of(request.getParameters()).path();
        return HttpResponse.seeOther(URI.create(path + (path.contains("?") ? "&" : "?") + "told=" + told));
    }
}
