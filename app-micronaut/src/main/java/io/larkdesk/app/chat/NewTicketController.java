package io.larkdesk.app.chat;

import io.larkdesk.app.page.NewTicketPage.Entered;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.ticket.ListProducts;
import io.larkdesk.core.ticket.ListProducts.Offered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Create Ticket, and its form as the page's script sends it: with files that are uploaded already. */
@Controller("/lark/{appId}/groups/{group}/tickets")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class NewTicketController {

    private final ListProducts listProducts;
    private final Creation creation;
    private final Notices notices;

    NewTicketController(ListProducts listProducts, Creation creation, Notices notices) {
        this.listProducts = listProducts;
        this.creation = creation;
        this.notices = notices;
    }

    /** The form. */
    @Get("/new")
    HttpResponse<?> form(HttpRequest<?> request, Visitor visitor, String group) {
        return find(visitor, group)
                .<HttpResponse<?>>map(offered -> creation.form(
                        request,
                        visitor,
                        offered,
                        Entered.nothing(!offered.products().isEmpty())))
                .orElseGet(() -> notices.answer(request, Notice.NOTHING_HERE));
    }

    /**
     * Opens a ticket under the browser's {@code clientId}, with {@code files} uploaded into the group before, and leads into its group; sent
     * again, it is still one.
     */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> create(HttpRequest<?> request, Visitor visitor, String group, @Body Map<String, Object> body) {
        Form form = new Form(body);
        Optional<UUID> clientId = form.id("clientId");
        Optional<List<UUID>> files = form.ids("files");
        Optional<Offered> offered = find(visitor, group);
        if (offered.isEmpty()) {
            return notices.answer(request, Notice.NOTHING_HERE);
        }
        if (clientId.isEmpty() || files.isEmpty()) {
            return notices.answer(request, Notice.BAD_REQUEST);
        }
        GroupId serviceGroup = offered.get().group().id();
        List<AttachmentId> ids = files.get().stream()
                .map(file -> new AttachmentId(serviceGroup, file))
                .toList();
        return creation.create(request, visitor, new Creation.Wish(offered.get(), clientId.get(), form), ids);
    }

    private Optional<Offered> find(Visitor visitor, String group) {
        return GroupId.parse(group)
                .flatMap(id -> listProducts.execute(id, visitor.person().id()));
    }
}
