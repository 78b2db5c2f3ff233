package io.larkdesk.app.live;

import io.larkdesk.app.live.OpenPage.Follower;
import io.larkdesk.app.page.Assets;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.onboarding.Access;
import io.larkdesk.core.onboarding.ShowOnboarding;
import io.larkdesk.core.person.Language;
import io.larkdesk.core.tenant.TenantId;
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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Opens the streams of the console's pages. */
@Controller(Addresses.CONSOLE + "/events")
final class ConsoleEventsController {

    private final LiveConversations live;
    private final Onlookers onlookers;
    private final ShowOnboarding showOnboarding;
    private final Assets assets;
    private final Notices notices;

    ConsoleEventsController(
            LiveConversations live,
            Onlookers onlookers,
            ShowOnboarding showOnboarding,
            Assets assets,
            Notices notices) {
        this.live = live;
        this.onlookers = onlookers;
        this.showOnboarding = showOnboarding;
        this.assets = assets;
        this.notices = notices;
    }

    /**
     * How the Emergencies stand, now and whenever that changes.
     *
     * @param tickets there if the page shows the queue, and wants to hear when that may have changed
     * @param onboarding how far which customer has come the page shows, if that is what it shows
     */
    @Get
    @Produces(MediaType.TEXT_EVENT_STREAM)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> follow(
            HttpRequest<?> request,
            Staff staff,
            @QueryValue @Nullable String tickets,
            @QueryValue @Nullable String onboarding) {
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
        Flux<byte[]> events = Flux.from(live.open(follower, assets.consoleScript(language)));
        return HttpResponse.ok(new EventStream(Form.findId(onboarding)
                        .map(id -> new Access.ByStaff(staff.id(), new TenantId(id)))
                        .filter(access ->
                                showOnboarding.execute(access).isPresent() && !onlookers.isFull(access.tenant()))
                        .map(access -> both(events, onlookers.open(access.tenant())))
                        .orElse(events)))
                .header("X-Accel-Buffering", "no");
    }

    /** Both, until either ends: the page connects again, and is asked anew for which of them it is there. */
    static Flux<byte[]> both(Flux<byte[]> first, Flux<byte[]> second) {
        Sinks.Empty<Void> over = Sinks.empty();
        return untilOver(first, over).mergeWith(untilOver(second, over));
    }

    private static Flux<byte[]> untilOver(Flux<byte[]> events, Sinks.Empty<Void> over) {
        return events.takeUntilOther(over.asMono()).doFinally(end -> over.tryEmitEmpty());
    }
}
