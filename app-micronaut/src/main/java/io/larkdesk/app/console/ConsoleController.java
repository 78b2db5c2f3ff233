package io.larkdesk.app.console;

import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Staff;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import java.net.URI;

/** Stands at the address that is no page itself. */
@Controller(Addresses.CONSOLE)
@Produces(MediaType.ALL)
final class ConsoleController {

    /** Leads staff to the first part that is for them. */
    @Get
    HttpResponse<?> enter(Staff staff) {
        return HttpResponse.seeOther(
                URI.create(Section.allFor(staff.role()).get(0).path()));
    }
}
