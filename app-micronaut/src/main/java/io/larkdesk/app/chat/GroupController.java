package io.larkdesk.app.chat;

import io.larkdesk.app.chat.GroupPages.Wish;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Browser;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.conversation.MarkRead;
import io.larkdesk.core.conversation.OpenGroup.OpenedGroup;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.ListMembers;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows a group, its people, and takes note of who reads. */
@Controller("/lark/{appId}/groups/{group}")
@ExecuteOn(TaskExecutors.BLOCKING)
final class GroupController {

    private final GroupPages groupPages;
    private final ListMembers listMembers;
    private final MarkRead markRead;
    private final PersonKeys personKeys;
    private final Notices notices;

    GroupController(
            GroupPages groupPages, ListMembers listMembers, MarkRead markRead, PersonKeys personKeys, Notices notices) {
        this.groupPages = groupPages;
        this.listMembers = listMembers;
        this.markRead = markRead;
        this.personKeys = personKeys;
        this.notices = notices;
    }

    /**
     * The page, at the message {@code m}, with the words of message {@code edit} to change, or with a call of {@code to} begun. Of a
     * ticket it is at the ticket's own address. The page's script gets the list of groups.
     */
    @Get
    @Produces(MediaType.TEXT_HTML)
    HttpResponse<?> show(
            HttpRequest<?> request,
            Visitor visitor,
            String group,
            @QueryValue @Nullable String m,
            @QueryValue @Nullable String edit,
            @QueryValue @Nullable String to) {
        Wish wish = new Wish(Form.findNumber(m), Form.findNumber(edit), Form.findId(to), Optional.empty());
        Optional<GroupId> id = GroupId.parse(group);
        Optional<HttpResponse<?>> answer = Browser.isScript(request)
                ? id.flatMap(found -> groupPages.rail(visitor, found)).map(Views::html)
                : id.flatMap(found -> groupPages.open(visitor, found, wish))
                        .map(opened -> answer(request, visitor, opened, wish));
        return answer.orElseGet(() -> nothingHere(request));
    }

    private HttpResponse<?> answer(HttpRequest<?> request, Visitor visitor, OpenedGroup opened, Wish wish) {
        return opened.group()
                .group()
                .fold(
                        service -> Views.html(groupPages.draw(visitor, opened, wish)),
                        ticket -> HttpResponse.seeOther(URI.create(
                                Addresses.ticket(visitor.tenant().appId(), ticket.number()) + query(request))));
    }

    private static String query(HttpRequest<?> request) {
        String query = request.getUri().getRawQuery();
        return query == null ? "" : "?" + query;
    }

    /** The other people in the group, for whoever wants to mention one. */
    @Get("/people")
    @Produces(MediaType.APPLICATION_JSON)
    HttpResponse<?> people(HttpRequest<?> request, Visitor visitor, String group) {
        return GroupId.parse(group)
                .flatMap(id -> listMembers.execute(id, visitor.person().id()).map(members -> members.stream()
                        .filter(member -> !member.id().equals(visitor.person().id()))
                        .map(member -> PersonEntry.of(Views.person(member, id), personKeys.of(member)))
                        .toList()))
                .<HttpResponse<?>>map(HttpResponse::<List<PersonEntry>>ok)
                .orElseGet(() -> nothingHere(request));
    }

    /** The person has read up to {@code upTo}, and is {@code looking} or has looked away. */
    @Post("/read")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.ALL)
    HttpResponse<?> read(HttpRequest<?> request, Visitor visitor, String group, @Body Map<String, Object> body) {
        Form form = new Form(body);
        Optional<Long> upTo = form.number("upTo");
        if (upTo.isEmpty()) {
            return notices.answer(request, Notice.BAD_REQUEST);
        }
        boolean looking = form.text("looking").filter("true"::equals).isPresent();
        boolean noted = GroupId.parse(group)
                .filter(id -> markRead.execute(
                        new MarkRead.Command(id, visitor.person().id(), upTo.get(), looking)))
                .isPresent();
        return noted ? HttpResponse.noContent() : nothingHere(request);
    }

    private HttpResponse<?> nothingHere(HttpRequest<?> request) {
        return notices.answer(request, Notice.NOTHING_HERE);
    }
}
