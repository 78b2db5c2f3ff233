package io.larkdesk.app.chat;

import io.larkdesk.app.chat.GroupPages.Wish;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.TicketPanel.Problem;
import io.larkdesk.app.page.TicketPanel.Told;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.ticket.Change;
import io.larkdesk.core.ticket.ChangeTicket;
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
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A ticket's page, at the address that people paste, and what can be done to the ticket. */
@Controller("/lark/{appId}/tickets/{number}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class TicketController {

    private final ChangeTicket changeTicket;
    private final TicketAnswers answers;
    private final Notices notices;

    TicketController(ChangeTicket changeTicket, TicketAnswers answers, Notices notices) {
        this.changeTicket = changeTicket;
        this.answers = answers;
        this.notices = notices;
    }

    /** The page, with the same wishes as a group's; the page's script gets what may have changed beside the conversation. */
    @Get
    HttpResponse<?> show(
            HttpRequest<?> request,
            Visitor visitor,
            String number,
            @QueryValue @Nullable String m,
            @QueryValue @Nullable String edit,
            @QueryValue @Nullable String to) {
        Wish wish = new Wish(Form.findNumber(m), Form.findNumber(edit), Form.findId(to), Optional.empty());
        return answers.about(request, visitor, number, ticket -> answers.show(request, visitor, ticket, wish));
    }

    /** Changes the ticket, if it still has the {@code version} that the visitor saw. */
    @Post("/{change}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(
            HttpRequest<?> request, Visitor visitor, String number, String change, @Body Map<String, Object> body) {
        return answers.about(
                request, visitor, number, ticket -> change(request, visitor, ticket, change, new Form(body)));
    }

    private HttpResponse<?> change(HttpRequest<?> request, Visitor visitor, GroupId ticket, String change, Form form) {
        Optional<Changes.Wanted> wanted =
                Changes.read(change, form, visitor.tenant().id());
        if (wanted.isEmpty()) {
            return notices.answer(request, Notice.NO_PAGE);
        }
        Optional<Long> version = form.number("version");
        if (version.isEmpty()) {
            return notices.answer(request, Notice.BAD_REQUEST);
        }
        Map<String, String> entered = Changes.entered(form);
        if (wanted.get().problem().isPresent()) {
            Told told = new Told(Optional.empty(), wanted.get().problem(), entered);
            return answers.told(request, visitor, ticket, HttpStatus.UNPROCESSABLE_ENTITY, told);
        }
        Change asked = wanted.get().change().orElseThrow();
        return answer(
                request,
                visitor,
                ticket,
                entered,
                changeTicket.execute(
                        new ChangeTicket.Command(ticket, visitor.person().id(), version.get(), asked)));
    }

    private HttpResponse<?> answer(
            HttpRequest<?> request,
            Visitor visitor,
            GroupId group,
            Map<String, String> entered,
            ChangeTicket.Result result) {
        if (result instanceof ChangeTicket.Changed changed) {
            return answers.done(
                    request,
                    visitor,
                    group,
                    Long.toString(changed.ticket().number().value()));
        }
        if (result instanceof ChangeTicket.Stale) {
            return refuse(request, visitor, group, HttpStatus.CONFLICT, "stale", entered);
        }
        if (result instanceof ChangeTicket.NotPossible) {
            return refuse(request, visitor, group, HttpStatus.CONFLICT, "notPossible", entered);
        }
        if (result instanceof ChangeTicket.EmergencyActive) {
            return refuse(request, visitor, group, HttpStatus.CONFLICT, "emergencyActive", entered);
        }
        if (result instanceof ChangeTicket.NotAllowed) {
            return refuse(request, visitor, group, HttpStatus.FORBIDDEN, "notAllowed", Map.of());
        }
        if (result instanceof ChangeTicket.NotStaff) {
            Told told = new Told(Optional.empty(), Optional.of(new Problem("person", "person")), entered);
            return answers.told(request, visitor, group, HttpStatus.UNPROCESSABLE_ENTITY, told);
        }
        return notices.answer(request, Notice.NOTHING_HERE);
    }

    private HttpResponse<?> refuse(
            HttpRequest<?> request,
            Visitor visitor,
            GroupId group,
            HttpStatus status,
            String note,
            Map<String, String> entered) {
        return answers.told(request, visitor, group, status, new Told(Optional.of(note), Optional.empty(), entered));
    }
}
