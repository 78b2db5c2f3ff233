package io.larkdesk.app.api;

import io.larkdesk.app.api.Sent.NewNote;
import io.larkdesk.app.api.Views.NoteView;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.ticket.AddNote;
import io.larkdesk.core.ticket.Note;
import io.larkdesk.core.ticket.NoteText;
import io.larkdesk.core.ticket.ShowNotes;
import io.larkdesk.core.token.TokenScope;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Internal notes, which no customer sees. */
@Controller(ApiPath.ROOT)
@Tag(name = "Notes")
@ExecuteOn(TaskExecutors.BLOCKING)
final class NotesController {

    private final ShowNotes showNotes;
    private final AddNote addNote;
    private final Things things;
    private final Randomness randomness;
    private final Once once;

    NotesController(ShowNotes showNotes, AddNote addNote, Things things, Randomness randomness, Once once) {
        this.showNotes = showNotes;
        this.addNote = addNote;
        this.things = things;
        this.randomness = randomness;
        this.once = once;
    }

    /** Lists the last 100 internal notes on a ticket, the last first. Needs the scope notes:read. */
    @Get("/tickets/{number}/notes")
    @Scoped(TokenScope.NOTES_READ)
    Listed<NoteView> listNotes(@Parameter(hidden = true) Caller caller, String number) {
        return Listed.of(
                notes(things.ticket(number, caller), caller).stream()
                        .map(NoteView::of)
                        .toList(),
                Optional.empty());
    }

    /** Notes something about a ticket. Needs the scope notes:write. */
    @Post("/tickets/{number}/notes")
    @Scoped(TokenScope.NOTES_WRITE)
    @Status(HttpStatus.CREATED)
    HttpResponse<NoteView> addNote(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            String number,
            @Header(Once.KEY) @Nullable String key,
            @Body NewNote sent) {
        GroupId ticket = things.ticket(number, caller);
        return once.create(
                request,
                caller,
                key,
                sent,
                NoteView.class,
                () -> new Once.Made<>(NoteView.of(add(caller, ticket, sent)), request.getPath()));
    }

    private Note add(Caller caller, GroupId ticket, NewNote sent) {
        Fields fields = new Fields();
        Optional<NoteText> text = fields.text("text", sent.text(), NoteText::problemWith, NoteText::parse);
        fields.check();
        ClientId id = new ClientId(randomness.uuid());
        if (!addNote.execute(new AddNote.Command(ticket, caller.id(), id, text.orElseThrow()))) {
            throw Refusal.notThere();
        }
        return notes(ticket, caller).stream()
                .filter(note -> note.clientId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<Note> notes(GroupId ticket, Caller caller) {
        return showNotes
                .execute(ticket, caller.id())
                .orElseThrow(Refusal::notThere)
                .notes();
    }
}
