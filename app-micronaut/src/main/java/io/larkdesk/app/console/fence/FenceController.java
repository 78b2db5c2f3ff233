package io.larkdesk.app.console.fence;

import io.larkdesk.app.chat.Views;
import io.larkdesk.app.console.ConsoleFrames;
import io.larkdesk.app.console.Section;
import io.larkdesk.app.console.Told;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.fence.LiftFence;
import io.larkdesk.core.fence.ShowFence;
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
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets administrators see what waits after a backup was restored, and decide what becomes of it. */
@Controller(Addresses.FENCE)
@Produces(MediaType.ALL)
@ExecuteOn(TaskExecutors.BLOCKING)
final class FenceController {

    private static final Logger LOG = LoggerFactory.getLogger(FenceController.class);
    private static final Set<String> CHOICES = Set.of("send", "drop");

    private final ShowFence showFence;
    private final LiftFence liftFence;
    private final ConsoleFrames consoleFrames;
    private final Pages pages;
    private final Notices notices;

    FenceController(
            ShowFence showFence, LiftFence liftFence, ConsoleFrames consoleFrames, Pages pages, Notices notices) {
        this.showFence = showFence;
        this.liftFence = liftFence;
        this.consoleFrames = consoleFrames;
        this.pages = pages;
        this.notices = notices;
    }

    /**
     * What waits.
     *
     * @param done tells what was done just now
     */
    @Get
    HttpResponse<?> show(HttpRequest<?> request, Staff staff, @QueryValue @Nullable String done) {
        Told told = "lifted".equals(done) ? Told.done("lifted") : Told.NOTHING;
        return draw(request, staff, HttpStatus.OK, told);
    }

    private HttpResponse<?> draw(HttpRequest<?> request, Staff staff, HttpStatus status, Told told) {
        return showFence
                .execute(staff.id())
                .map(shown -> new FencePage(consoleFrames.around(staff, Section.AUDIT, Addresses.FENCE), shown, told))
                .<HttpResponse<?>>map(page -> Views.html(status, pages.page("console/fence.jte", page)))
                .orElseGet(() -> notices.answer(request, Notice.NOT_ALLOWED));
    }

    /** Decides. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> decide(HttpRequest<?> request, Staff staff, @Body Map<String, Object> fields) {
        Form form = new Form(fields);
        Optional<String> waiting = form.text("waiting").filter(CHOICES::contains);
        Optional<Instant> raisedAt = form.number("raised").map(Instant::ofEpochMilli);
        if (waiting.isEmpty() || raisedAt.isEmpty()) {
            return draw(request, staff, HttpStatus.UNPROCESSABLE_ENTITY, Told.refused("undecided", Map.of()));
        }
        LiftFence.Command command = new LiftFence.Command(
                staff.id(),
                raisedAt.get(),
                waiting.get().equals("send"),
                form.text("keep_links").isPresent(),
                form.text("keep_tokens").isPresent());
        return switch (liftFence.execute(command)) {
            case LIFTED -> {
                LOG.info("The fence is lifted by person={}: what waited is {}", staff.id(), waiting.get());
                yield HttpResponse.seeOther(URI.create(Addresses.FENCE + "?done=lifted"));
            }
            case STALE -> draw(request, staff, HttpStatus.CONFLICT, Told.refused("stale", Map.of()));
            case NOT_ALLOWED -> notices.answer(request, Notice.NOT_ALLOWED);
        };
    }
}
