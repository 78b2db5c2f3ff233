package io.larkdesk.app.chat;

import io.larkdesk.app.page.AddPeoplePage;
import io.larkdesk.app.page.AddPeoplePage.Asked;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Browser;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.invite.Invite;
import io.larkdesk.core.invite.InviteId;
import io.larkdesk.core.invite.IssueInvite;
import io.larkdesk.core.invite.IssueInvite.Issued;
import io.larkdesk.core.invite.ListInvites;
import io.larkdesk.core.invite.RevokeInvite;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Add people: the links into a group. A link is shown in the answer that makes it, and never again. */
@Controller("/lark/{appId}/groups/{group}/invites")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class InvitesController {

    private final ListInvites listInvites;
    private final IssueInvite issueInvite;
    private final RevokeInvite revokeInvite;
    private final InvitePages invitePages;
    private final Dialogs dialogs;
    private final Pages pages;
    private final Notices notices;

    InvitesController(
            ListInvites listInvites,
            IssueInvite issueInvite,
            RevokeInvite revokeInvite,
            InvitePages invitePages,
            Dialogs dialogs,
            Pages pages,
            Notices notices) {
        this.listInvites = listInvites;
        this.issueInvite = issueInvite;
        this.revokeInvite = revokeInvite;
        this.invitePages = invitePages;
        this.dialogs = dialogs;
        this.pages = pages;
        this.notices = notices;
    }

    /** The links that work. */
    @Get
    HttpResponse<?> list(HttpRequest<?> request, Visitor visitor, String group) {
        return show(request, visitor, group, HttpStatus.OK, Optional.empty(), Asked.NOTHING);
    }

    /** A new link, by which at most {@code limit} people join if that is given. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> issue(HttpRequest<?> request, Visitor visitor, String group, @Body Map<String, Object> body) {
        Form form = new Form(body);
        String limit = form.text("limit").map(String::strip).orElse("");
        Optional<Integer> most = form.number("limit").map(number -> (int) Math.min(number, Integer.MAX_VALUE));
        Optional<GroupId> id = GroupId.parse(group);
        if (id.isEmpty()) {
            return nothingHere(request);
        }
        if (most.isEmpty() ? !limit.isEmpty() : !Invite.isLimit(most.get())) {
            return refuse(request, visitor, group, HttpStatus.UNPROCESSABLE_ENTITY, limit, "LIMIT");
        }
        IssueInvite.Result result = issueInvite.execute(
                new IssueInvite.Command(id.get(), visitor.person().id(), most));
        if (result instanceof Issued issued) {
            return show(request, visitor, group, HttpStatus.CREATED, Optional.of(issued), Asked.NOTHING);
        }
        if (result instanceof IssueInvite.TicketClosed) {
            return Browser.isScript(request)
                    ? show(request, visitor, group, HttpStatus.CONFLICT, Optional.empty(), Asked.NOTHING)
                    : notices.answer(
                            request,
                            Notice.NOBODY_COMES,
                            Addresses.group(visitor.tenant().appId(), id.get()));
        }
        return result instanceof IssueInvite.TooMany
                ? refuse(request, visitor, group, HttpStatus.CONFLICT, limit, "TOO_MANY")
                : nothingHere(request);
    }

    /** Asks before a link is withdrawn. */
    @Get("/{invite}/revoke")
    HttpResponse<?> askToRevoke(HttpRequest<?> request, Visitor visitor, String group, String invite) {
        return withInvites(request, visitor, group, listed -> listed.open().stream()
                .filter(open -> open.invite().id().toString().equals(invite))
                .findFirst()
                .<HttpResponse<?>>map(open -> dialogs.ask(request, invitePages.revocation(visitor, listed, open)))
                .orElseGet(() -> HttpResponse.seeOther(
                        URI.create(path(visitor, listed.group().id())))));
    }

    /** Withdraws a link. */
    @Post("/{invite}/revoke")
    @Consumes(MediaType.ALL)
    HttpResponse<?> revoke(HttpRequest<?> request, Visitor visitor, String group, String invite) {
        return GroupId.parse(group)
                .flatMap(id -> Form.findId(invite).map(value -> new InviteId(id, value)))
                .flatMap(id -> revokeInvite.execute(
                        new RevokeInvite.Command(id, visitor.person().id())))
                .<HttpResponse<?>>map(revoked -> HttpResponse.seeOther(
                        URI.create(path(visitor, revoked.id().group()))))
                .orElseGet(() -> nothingHere(request));
    }

    private HttpResponse<?> refuse(
            HttpRequest<?> request, Visitor visitor, String group, HttpStatus status, String limit, String problem) {
        return show(request, visitor, group, status, Optional.empty(), new Asked(limit, Optional.of(problem)));
    }

    private HttpResponse<?> show(
            HttpRequest<?> request,
            Visitor visitor,
            String group,
            HttpStatus status,
            Optional<Issued> issued,
            Asked asked) {
        return withInvites(request, visitor, group, listed -> {
            AddPeoplePage page = invitePages.list(visitor, listed, issued, asked);
            return dialogs.show(request, status, page, pages::addPeopleFragment, pages::addPeople);
        });
    }

    private HttpResponse<?> withInvites(
            HttpRequest<?> request,
            Visitor visitor,
            String group,
            Function<ListInvites.Listed, HttpResponse<?>> answer) {
        return GroupId.parse(group)
                .flatMap(id -> listInvites.execute(id, visitor.person().id()))
                .<HttpResponse<?>>map(answer)
                .orElseGet(() -> nothingHere(request));
    }

    private static String path(Visitor visitor, GroupId group) {
        return Addresses.group(visitor.tenant().appId(), group) + "/invites";
    }

    private HttpResponse<?> nothingHere(HttpRequest<?> request) {
        return notices.answer(request, Notice.NOTHING_HERE);
    }
}
