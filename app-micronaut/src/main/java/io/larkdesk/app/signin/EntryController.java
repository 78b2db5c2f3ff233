package io.larkdesk.app.signin;

import io.larkdesk.app.page.Notice;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.AppPath;
import io.larkdesk.app.web.Notices;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.net.URI;

/** Stands at the address that is no page itself. */
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
}
