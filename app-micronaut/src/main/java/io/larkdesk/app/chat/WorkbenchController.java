package io.larkdesk.app.chat;

import io.larkdesk.app.page.EmptyPage;
import io.larkdesk.app.page.Frame;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.page.PersonView;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.conversation.EnterDesk;
import io.larkdesk.core.conversation.EnterDesk.Home;
import io.larkdesk.core.conversation.EnterDesk.NoGroup;
import io.larkdesk.core.group.Side;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where people begin. */
@Controller("/lark/{appId}/workbench")
final class WorkbenchController {

    private static final Logger LOG = LoggerFactory.getLogger(WorkbenchController.class);

    private final EnterDesk enterDesk;
    private final Frames frames;
    private final Rails rails;
    private final Pages pages;

    WorkbenchController(EnterDesk enterDesk, Frames frames, Rails rails, Pages pages) {
        this.enterDesk = enterDesk;
        this.frames = frames;
        this.rails = rails;
        this.pages = pages;
    }

    /** Leads into a group, or says why there is none. */
    @Get
    @Produces(MediaType.TEXT_HTML)
    @ExecuteOn(TaskExecutors.BLOCKING)
    HttpResponse<?> enter(Visitor visitor) {
        EnterDesk.Result result = enterDesk.execute(visitor.person().id());
        return result instanceof Home home
                ? HttpResponse.seeOther(URI.create("/lark/" + visitor.tenant().appId() + "/groups/" + home.group()))
                : Views.html(empty(visitor, (NoGroup) result));
    }

    private String empty(Visitor visitor, NoGroup none) {
        if (none.why() == EnterDesk.Why.NOT_BOUND) {
            LOG.warn(
                    "tenant={} is in service, but has no service group",
                    visitor.tenant().id());
        }
        Frame frame = frames.around(
                visitor,
                none.provider(),
                none.tam().map(tam -> PersonView.of(tam, Side.SERVICE_TEAM)),
                rails.of(visitor.person().id()),
                "/workbench");
        return pages.empty(new EmptyPage(frame, reason(none.why())));
    }

    private static EmptyPage.Reason reason(EnterDesk.Why why) {
        return switch (why) {
            case NOT_BOUND -> EmptyPage.Reason.NO_GROUP_YET;
            case NOT_A_MEMBER -> EmptyPage.Reason.NOT_IN_GROUP;
            case NOTHING_TO_SERVE -> EmptyPage.Reason.NOTHING_TO_SERVE;
        };
    }
}
