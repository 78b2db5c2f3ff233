package io.larkdesk.app.chat;

import io.larkdesk.app.limits.Guessable;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.scope.CurrentScope;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.invite.AcceptInvite;
import io.larkdesk.core.invite.InviteCode;
import io.larkdesk.core.invite.Refusal;
import io.larkdesk.core.invite.ShowInvite;
import io.larkdesk.core.tenant.TenantScope;
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
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where people come to who have a link into a group. Looking joins nobody; the button does. */
@Guessable
@Controller("/lark/{appId}/person/inviteToGroup")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.ALL)
final class InviteController {

    private final ShowInvite showInvite;
    private final AcceptInvite acceptInvite;
    private final InvitePages invitePages;
    private final Pages pages;
    private final Notices notices;

    InviteController(
            ShowInvite showInvite, AcceptInvite acceptInvite, InvitePages invitePages, Pages pages, Notices notices) {
        this.showInvite = showInvite;
        this.acceptInvite = acceptInvite;
        this.invitePages = invitePages;
        this.pages = pages;
        this.notices = notices;
    }

    /** Says who invites, and where to. */
    @Get
    HttpResponse<?> show(HttpRequest<?> request, Visitor visitor, @QueryValue @Nullable String code) {
        return Optional.ofNullable(code)
                .flatMap(InviteCode::parse)
                .<HttpResponse<?>>map(parsed -> {
                    ShowInvite.Result result =
                            showInvite.execute(parsed, visitor.person().id());
                    return result instanceof ShowInvite.Open open
                            ? Views.html(pages.invite(invitePages.landing(visitor, parsed, open)))
                            : refuse(request, visitor, parsed, ((ShowInvite.Refused) result).refusal());
                })
                .orElseGet(() -> notices.answer(request, Notice.BROKEN_LINK));
    }

    /** Joins, and leads into the group; also those who have joined before. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> join(HttpRequest<?> request, Visitor visitor, @Body Map<String, Object> body) {
        return new Form(body)
                .text("code")
                .flatMap(InviteCode::parse)
                .<HttpResponse<?>>map(parsed -> {
                    AcceptInvite.Result result =
                            acceptInvite.execute(parsed, visitor.person().id());
                    if (result instanceof AcceptInvite.Joined joined) {
                        return HttpResponse.seeOther(URI.create(path(visitor, joined.group())));
                    }
                    Refusal refusal = ((AcceptInvite.Refused) result).refusal();
                    return refusal instanceof Refusal.AlreadyIn already
                            ? HttpResponse.seeOther(URI.create(path(visitor, already.group())))
                            : refuse(request, visitor, parsed, refusal);
                })
                .orElseGet(() -> notices.answer(request, Notice.BROKEN_LINK));
    }

    /** A link that is not known to the visitor's organisation may be another's: that, and nothing else of it, is told. */
    private HttpResponse<?> refuse(HttpRequest<?> request, Visitor visitor, InviteCode code, Refusal refusal) {
        boolean isForeign = refusal instanceof Refusal.Unknown
                && CurrentScope.in(
                                new TenantScope.Everybody(),
                                () -> showInvite.execute(code, visitor.person().id()))
                        instanceof ShowInvite.Refused among
                && among.refusal() instanceof Refusal.OtherOrganisation;
        return (isForeign ? new Refusal.OtherOrganisation() : refusal)
                .fold(new RefusalAnswers(request, visitor, notices));
    }

    private static String path(Visitor visitor, GroupId group) {
        return Addresses.group(visitor.tenant().appId(), group);
    }
}
