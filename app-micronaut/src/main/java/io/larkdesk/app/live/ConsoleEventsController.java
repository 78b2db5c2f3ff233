package io.larkdesk.app.live;

import io.larkdesk.app.live.OpenPage.Follower;
import io.larkdesk.app.page.Assets;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.person.Language;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens the streams of the console's pages. */
@Controller(Addresses.CONSOLE + "/events")
final class ConsoleEventsController {

    private final LiveConversations live;
    private final Assets assets;
    private final Notices notices;

    ConsoleEventsController(LiveConversations live, Assets assets, Notices notices) {
        this.live = live;
        this.assets = assets;
        this.notices = notices;
    }

    /**
     * How the Emergencies stand, now and whenever that changes.
     *
     * @param tickets there if the page shows the queue, and wants to hear when that may have changed
     */
    @Get
    @Produces(MediaType.TEXT_EVENT_STREAM)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> follow(HttpRequest<?> request, Staff staff, @QueryValue @Nullable String tickets) {
        if (live.count(staff.id()) >= EventsController.MOST_PAGES) {
            return notices.tooMany(request, EventsController.LATER);
        }
        Language language = staff.viewer().language();
        Follower follower = new Follower(
                staff.id(),
                staff.visitor().session(),
                language,
                staff.visitor().tenant().appId(),
                Optional.empty(),
                tickets != null,
                Optional.empty());
        return HttpResponse.ok(new EventStream(live.open(follower, assets.consoleScript(language))))
                .header("X-Accel-Buffering", "no");
    }
}
