package io.larkdesk.app.chat;

import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.Pages;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.ShowMembers;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.SearchWords;
import io.larkdesk.core.ticket.Change;
import io.larkdesk.core.ticket.ChangeTicket;
import io.larkdesk.core.ticket.ShowTicket;
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
import java.util.UUID;

/** Makes a ticket a colleague's, after asking; from Group Member Management of the ticket's group. */
@Controller("/lark/{appId}/groups/{group}/members/{person}/hand-over")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class HandingController {

    private final ShowMembers showMembers;
    private final ShowTicket showTicket;
    private final ChangeTicket changeTicket;
    private final MemberPages memberPages;
    private final Dialogs dialogs;
    private final Pages pages;
    private final Notices notices;

    HandingController(
            ShowMembers showMembers,
            ShowTicket showTicket,
            ChangeTicket changeTicket,
            MemberPages memberPages,
            Dialogs dialogs,
            Pages pages,
            Notices notices) {
        this.showMembers = showMembers;
        this.showTicket = showTicket;
        this.changeTicket = changeTicket;
        this.memberPages = memberPages;
        this.dialogs = dialogs;
        this.pages = pages;
        this.notices = notices;
    }

    /** Asks before the ticket is made that {@code person}'s. */
    @Get
    HttpResponse<?> ask(HttpRequest<?> request, Visitor visitor, String group, String person) {
        return ask(request, visitor, group, person, HttpStatus.OK, Optional.empty());
    }

    /** Makes it that {@code person}'s, if it still has the {@code version} that the visitor saw. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> handOver(
            HttpRequest<?> request, Visitor visitor, String group, String person, @Body Map<String, Object> body) {
        Optional<GroupId> ticket = GroupId.parse(group);
        Optional<UUID> to = Form.findId(person);
        Optional<Long> version = new Form(body).number("version");
        if (ticket.isEmpty() || to.isEmpty()) {
            return nothingHere(request);
        }
        if (version.isEmpty()) {
            return notices.answer(request, Notice.BAD_REQUEST);
        }
        Change change = new Change.HandOver(new PersonId(ticket.get().tenant(), to.get()));
        ChangeTicket.Result result = changeTicket.execute(
                new ChangeTicket.Command(ticket.get(), visitor.person().id(), version.get(), change));
        if (result instanceof ChangeTicket.Changed) {
            return HttpResponse.seeOther(URI.create(MessageAnswers.group(visitor, ticket.get()) + "/members"));
        }
        return problem(result)
                .<HttpResponse<?>>map(
                        key -> ask(request, visitor, group, person, HttpStatus.CONFLICT, Optional.of(key)))
                .orElseGet(() -> nothingHere(request));
    }

    /** The end of the key of the text that says what kept it from being done. */
    private static Optional<String> problem(ChangeTicket.Result result) {
        if (result instanceof ChangeTicket.Stale) {
            return Optional.of("stale");
        }
        if (result instanceof ChangeTicket.NotPossible) {
            return Optional.of("notPossible");
        }
        return result instanceof ChangeTicket.NotOwner ? Optional.of("notOwner") : Optional.empty();
    }

    private HttpResponse<?> ask(
            HttpRequest<?> request,
            Visitor visitor,
            String group,
            String person,
            HttpStatus status,
            Optional<String> problem) {
        PersonId asker = visitor.person().id();
        Optional<GroupId> id = GroupId.parse(group);
        Optional<ShowTicket.Shown> ticket = id.flatMap(found -> showTicket.execute(found, asker))
                .filter(shown -> asker.tenant().equals(shown.ticket().id().tenant()));
        return id.filter(found -> ticket.isPresent())
                .flatMap(found -> showMembers.execute(new ShowMembers.Command(found, asker, SearchWords.ANY)))
                .flatMap(shown -> shown.present().stream()
                        .filter(present -> present.person().id().toString().equals(person)
                                && present.person().id().tenant().equals(asker.tenant()))
                        .findFirst()
                        .map(present -> memberPages.handing(visitor, shown, present, ticket.orElseThrow(), problem)))
                .<HttpResponse<?>>map(
                        page -> dialogs.show(request, status, page, pages::confirmFragment, pages::confirm))
                .orElseGet(() -> nothingHere(request));
    }

    private HttpResponse<?> nothingHere(HttpRequest<?> request) {
        return notices.answer(request, Notice.NOTHING_HERE);
    }
}
