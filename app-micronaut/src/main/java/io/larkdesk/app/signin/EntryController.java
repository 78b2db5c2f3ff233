package io.larkdesk.app.signin;

import io.larkdesk.app.page.Notice;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.AppPath;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Visitor;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.net.URI;

/** Stands at the addresses that are no page themselves. */
@Controller("/lark/{appId}")
@Produces(MediaType.ALL)
final class EntryController {

    private final Notices notices;

    EntryController(Notices notices) {
        this.notices = notices;
    }

    /** Leads to where the app's people begin. */
    @Get
    HttpResponse<?> enter(HttpRequest<?> request) {
        return AppPath.of(request)
                .<HttpResponse<?>>map(app -> HttpResponse.seeOther(URI.create(Addresses.workbench(app))))
                .orElseGet(() -> notices.answer(request, Notice.NOT_SET_UP));
    }

    /** Takes up an invite; none has been issued yet, so whatever the link says, nobody knows it. */
    @Get("/person/inviteToGroup")
    HttpResponse<?> invite(HttpRequest<?> request, Visitor visitor) {
        return notices.answer(request, Notice.BROKEN_LINK);
    }
}
