package io.larkdesk.app.chat;

import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.web.Addresses;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.LeaveGroup;
import io.larkdesk.core.group.RemoveMember;
import io.larkdesk.core.group.ShowMembers;
import io.larkdesk.core.group.ShowMembers.Shown;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.SearchWords;
import io.larkdesk.core.ticket.ShowTicket;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Group Member Management: who is in a group; removes people, and lets them leave, after asking. */
@Controller("/lark/{appId}/groups/{group}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class MembersController {

    private final ShowMembers showMembers;
    private final ShowTicket showTicket;
    private final RemoveMember removeMember;
    private final LeaveGroup leaveGroup;
    private final MemberPages memberPages;
    private final Dialogs dialogs;
    private final Pages pages;
    private final Notices notices;

    MembersController(
            ShowMembers showMembers,
            ShowTicket showTicket,
            RemoveMember removeMember,
            LeaveGroup leaveGroup,
            MemberPages memberPages,
            Dialogs dialogs,
            Pages pages,
            Notices notices) {
        this.showMembers = showMembers;
        this.showTicket = showTicket;
        this.removeMember = removeMember;
        this.leaveGroup = leaveGroup;
        this.memberPages = memberPages;
        this.dialogs = dialogs;
        this.pages = pages;
        this.notices = notices;
    }

    /** The list of one {@code side}, at first the visitor's own; of all, or of those whom {@code q} finds. */
    @Get("/members")
    HttpResponse<?> list(
            HttpRequest<?> request,
            Visitor visitor,
            String group,
            @QueryValue @Nullable String side,
            @QueryValue @Nullable String q) {
        SearchWords words = Optional.ofNullable(q).map(SearchWords::of).orElse(SearchWords.ANY);
        return withMembers(
                request,
                visitor,
                group,
                words,
                shown -> dialogs.show(
                        request,
                        HttpStatus.OK,
                        memberPages.list(
                                visitor,
                                shown,
                                showTicket.execute(
                                        shown.group().id(), visitor.person().id()),
                                words,
                                Optional.ofNullable(side)),
                        pages::membersFragment,
                        pages::members));
    }

    /** Asks before {@code person} is removed. */
    @Get("/members/{person}/remove")
    HttpResponse<?> askToRemove(HttpRequest<?> request, Visitor visitor, String group, String person) {
        return withMembers(request, visitor, group, SearchWords.ANY, shown -> shown.present().stream()
                .filter(present -> present.isRemovable()
                        && present.person().id().toString().equals(person))
                .findFirst()
                .<HttpResponse<?>>map(present -> dialogs.ask(request, memberPages.removal(visitor, shown, present)))
                .orElseGet(() -> nothingHere(request)));
    }

    /** Removes {@code person}, who stands on the visitor's side. */
    @Post("/members/{person}/remove")
    @Consumes(MediaType.ALL)
    HttpResponse<?> remove(HttpRequest<?> request, Visitor visitor, String group, String person) {
        Optional<GroupId> id = GroupId.parse(group);
        Optional<UUID> value = Form.findId(person);
        if (id.isEmpty() || value.isEmpty()) {
            return nothingHere(request);
        }
        PersonId mine = new PersonId(visitor.tenant().id(), value.get());
        RemoveMember.Result result = removeMember.execute(
                new RemoveMember.Command(id.get(), visitor.person().id(), mine));
        return result instanceof RemoveMember.Removed
                ? HttpResponse.seeOther(URI.create(path(visitor, id.get()) + "/members"))
                : nothingHere(request);
    }

    /** Asks before the visitor leaves. */
    @Get("/leave")
    HttpResponse<?> askToLeave(HttpRequest<?> request, Visitor visitor, String group) {
        return withMembers(
                request,
                visitor,
                group,
                SearchWords.ANY,
                shown -> dialogs.ask(request, memberPages.leaving(visitor, shown)));
    }

    /** The visitor leaves. */
    @Post("/leave")
    @Consumes(MediaType.ALL)
    HttpResponse<?> leave(HttpRequest<?> request, Visitor visitor, String group) {
        return GroupId.parse(group)
                .filter(id -> leaveGroup.execute(id, visitor.person().id()))
                .<HttpResponse<?>>map(id -> HttpResponse.seeOther(
                        URI.create(Addresses.workbench(visitor.tenant().appId()))))
                .orElseGet(() -> nothingHere(request));
    }

    private HttpResponse<?> withMembers(
            HttpRequest<?> request,
            Visitor visitor,
            String group,
            SearchWords words,
            Function<Shown, HttpResponse<?>> answer) {
        return GroupId.parse(group)
                .flatMap(id -> showMembers.execute(
                        new ShowMembers.Command(id, visitor.person().id(), words)))
                .<HttpResponse<?>>map(answer)
                .orElseGet(() -> nothingHere(request));
    }

    private static String path(Visitor visitor, GroupId group) {
        return Addresses.group(visitor.tenant().appId(), group);
    }

    private HttpResponse<?> nothingHere(HttpRequest<?> request) {
        return notices.answer(request, Notice.NOTHING_HERE);
    }
}
