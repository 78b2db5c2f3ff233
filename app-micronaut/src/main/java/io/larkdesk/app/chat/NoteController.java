package io.larkdesk.app.chat;

import io.larkdesk.app.page.Notice;
import io.larkdesk.app.page.TicketPanel.Problem;
import io.larkdesk.app.page.TicketPanel.Told;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.ticket.AddNote;
import io.larkdesk.core.ticket.NoteText;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Internal notes on a ticket. */
@Controller("/lark/{appId}/tickets/{number}/notes")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class NoteController {

    private final AddNote addNote;
    private final TicketAnswers answers;
    private final Notices notices;

    NoteController(AddNote addNote, TicketAnswers answers, Notices notices) {
        this.addNote = addNote;
        this.answers = answers;
        this.notices = notices;
    }

    /** Notes the words in {@code note}; the form's {@code clientId} makes it once. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> add(HttpRequest<?> request, Visitor visitor, String number, @Body Map<String, Object> body) {
        Form form = new Form(body);
        Optional<UUID> clientId = form.id("clientId");
        if (clientId.isEmpty()) {
            return notices.answer(request, Notice.BAD_REQUEST);
        }
        String text = form.text("note").orElse("");
        return answers.about(request, visitor, number, ticket -> NoteText.problemWith(text)
                .<HttpResponse<?>>map(problem -> answers.told(
                        request,
                        visitor,
                        ticket,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        new Told(
                                Optional.empty(),
                                Optional.of(new Problem("note", "note." + problem.name())),
                                Map.of("note", text))))
                .orElseGet(() -> add(request, visitor, ticket, number, new ClientId(clientId.get()), text)));
    }

    private HttpResponse<?> add(
            HttpRequest<?> request, Visitor visitor, GroupId ticket, String number, ClientId clientId, String text) {
        return addNote.execute(new AddNote.Command(ticket, visitor.person().id(), clientId, NoteText.parse(text)))
                ? answers.done(request, visitor, ticket, number)
                : notices.answer(request, Notice.NOTHING_HERE);
    }
}
