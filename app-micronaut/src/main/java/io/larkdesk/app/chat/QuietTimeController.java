package io.larkdesk.app.chat;

import io.larkdesk.app.page.GroupDialog;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.page.QuietTimePage;
import io.larkdesk.app.page.QuietTimePage.Asked;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.reminder.ChooseQuietTime;
import io.larkdesk.core.reminder.QuietHours;
import io.larkdesk.core.reminder.ReminderPolicy;
import io.larkdesk.core.reminder.ShowQuietTime;
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
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;

/** A person chooses when not to be reminded in Lark. */
@Controller("/lark/{appId}/preferences/reminders")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class QuietTimeController {

    private final ShowQuietTime showQuietTime;
    private final ChooseQuietTime chooseQuietTime;
    private final ReminderPolicy policy;
    private final Dialogs dialogs;
    private final Pages pages;
    private final Notices notices;

    QuietTimeController(
            ShowQuietTime showQuietTime,
            ChooseQuietTime chooseQuietTime,
            ReminderPolicy policy,
            Dialogs dialogs,
            Pages pages,
            Notices notices) {
        this.showQuietTime = showQuietTime;
        this.chooseQuietTime = chooseQuietTime;
        this.policy = policy;
        this.dialogs = dialogs;
        this.pages = pages;
        this.notices = notices;
    }

    /** What is chosen, and the forms to choose otherwise. */
    @Get
    HttpResponse<?> show(HttpRequest<?> request, Visitor visitor) {
        return show(request, visitor, HttpStatus.OK, Optional.empty());
    }

    /** Quiet every day {@code from} one time {@code until} another in {@code zone}; with {@code off}, in no hours. */
    @Post("/hours")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> daily(HttpRequest<?> request, Visitor visitor, @Body Map<String, Object> body) {
        Form form = new Form(body);
        if (form.text("off").isPresent()) {
            chooseQuietTime.daily(visitor.person().id(), Optional.empty());
            return HttpResponse.seeOther(URI.create(path(visitor)));
        }
        String from = form.text("from").orElse("");
        String until = form.text("until").orElse("");
        Optional<LocalTime> begins = time(from);
        Optional<LocalTime> ends = time(until);
        Optional<ZoneId> zone = form.text("zone").flatMap(QuietTimeController::zone);
        if (zone.isEmpty()) {
            return notices.answer(request, Notice.BAD_REQUEST);
        }
        if (begins.isEmpty() || ends.isEmpty()) {
            return refuse(request, visitor, new Asked(from, until, "MISSING"));
        }
        if (begins.equals(ends)) {
            return refuse(request, visitor, new Asked(from, until, "SAME"));
        }
        chooseQuietTime.daily(visitor.person().id(), Optional.of(new QuietHours(begins.get(), ends.get(), zone.get())));
        return HttpResponse.seeOther(URI.create(path(visitor)));
    }

    /** Quiet {@code for} one of the durations of the page; for none, the pause ends. */
    @Post("/pause")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> pause(HttpRequest<?> request, Visitor visitor, @Body Map<String, Object> body) {
        Optional<String> asked = new Form(body).text("for");
        Optional<Duration> pause = asked.flatMap(text -> QuietTimePage.PAUSES.stream()
                .filter(choice -> choice.toString().equals(text))
                .findFirst());
        if (asked.isEmpty() || (pause.isEmpty() && !asked.get().isEmpty())) {
            return notices.answer(request, Notice.BAD_REQUEST);
        }
        chooseQuietTime.pause(visitor.person().id(), pause);
        return HttpResponse.seeOther(URI.create(path(visitor)));
    }

    private HttpResponse<?> refuse(HttpRequest<?> request, Visitor visitor, Asked asked) {
        return show(request, visitor, HttpStatus.UNPROCESSABLE_ENTITY, Optional.of(asked));
    }

    private HttpResponse<?> show(HttpRequest<?> request, Visitor visitor, HttpStatus status, Optional<Asked> asked) {
        QuietTimePage page = new QuietTimePage(
                new GroupDialog(
                        visitor.viewer(),
                        visitor.csrf(),
                        Addresses.workbench(visitor.tenant().appId()),
                        visitor.person().name().value()),
                path(visitor),
                policy.window(),
                showQuietTime.execute(visitor.person().id()),
                asked);
        return dialogs.show(request, status, page, pages::quietTimeFragment, pages::quietTime);
    }

    private static String path(Visitor visitor) {
        return Addresses.quietTime(visitor.tenant().appId());
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> zone(String text) {
        try {
            return Optional.of(ZoneId.of(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
