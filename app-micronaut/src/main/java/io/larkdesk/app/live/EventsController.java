package io.larkdesk.app.live;

import io.larkdesk.app.live.OpenPage.Follower;
import io.larkdesk.app.page.Assets;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.conversation.ListMyGroups;
import io.larkdesk.core.conversation.Position;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens the streams. */
@Controller("/lark/{appId}/events")
final class EventsController {

    /** More pages at once nobody needs; each costs memory for as long as it is open. */
    static final int MOST_PAGES = 30;

    static final Duration LATER = Duration.ofSeconds(10);

    private final LiveConversations live;
    private final ListMyGroups listMyGroups;
    private final Assets assets;
    private final Notices notices;

    EventsController(LiveConversations live, ListMyGroups listMyGroups, Assets assets, Notices notices) {
        this.live = live;
        this.listMyGroups = listMyGroups;
        this.assets = assets;
        this.notices = notices;
    }

    /**
     * What happens in a group from now on, and since the page was drawn.
     *
     * @param group the group that the page shows
     * @param tickets there if the page shows the group's tickets, not its conversation
     * @param at the position of the page when it was drawn
     * @param lastEventId the position to which earlier streams have brought it
     */
    @Get
    @Produces(MediaType.TEXT_EVENT_STREAM)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> follow(
            HttpRequest<?> request,
            Visitor visitor,
            @QueryValue @Nullable String group,
            @QueryValue @Nullable String tickets,
            @QueryValue @Nullable String at,
            @Header("Last-Event-ID") @Nullable String lastEventId) {
        PersonId person = visitor.person().id();
        Optional<GroupId> shown = Optional.ofNullable(group)
                .flatMap(GroupId::parse)
                .flatMap(id -> listMyGroups.execute(id, person))
                .map(my -> my.group().id());
        if (shown.isEmpty()) {
            return notices.answer(request, Notice.NOTHING_HERE);
        }
        if (live.count(person) >= MOST_PAGES) {
            return notices.tooMany(request, LATER);
        }
        Optional<Position> from = position(lastEventId).or(() -> position(at));
        Follower follower = new Follower(
                person,
                visitor.session(),
                visitor.viewer().language(),
                visitor.tenant().appId(),
                shown,
                tickets != null,
                from);
        String script = tickets == null
                ? assets.pageScript(follower.language())
                : assets.workstationScript(follower.language());
        return HttpResponse.ok(new EventStream(live.open(follower, script))).header("X-Accel-Buffering", "no");
    }

    private static Optional<Position> position(@Nullable String text) {
        return Optional.ofNullable(text).flatMap(Position::parse);
    }
}
