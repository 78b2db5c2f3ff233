package io.larkdesk.app.chat;

import io.larkdesk.app.chat.GroupPages.Refused;
import io.larkdesk.app.web.Form;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.conversation.EditMessage;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.group.GroupId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Takes what people write, change and take back. */
@Controller("/lark/{appId}/groups/{group}/messages")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class WriteController {

    private final Posting posting;
    private final EditMessage editMessage;
    private final MessageAnswers answers;

    WriteController(Posting posting, EditMessage editMessage, MessageAnswers answers) {
        this.posting = posting;
        this.editMessage = editMessage;
        this.answers = answers;
    }

    /**
     * A new message: {@code body}, perhaps with names as in {@code calls}, and {@code files} uploaded before, under the browser's
     * {@code clientId}; sent again, it is still one.
     */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> post(HttpRequest<?> request, Visitor visitor, String group, @Body Map<String, Object> body) {
        Form form = new Form(body);
        Optional<GroupId> id = GroupId.parse(group);
        Optional<UUID> clientId = form.id("clientId");
        Optional<List<UUID>> files = form.ids("files");
        if (id.isEmpty()) {
            return answers.nothingHere(request);
        }
        if (clientId.isEmpty() || files.isEmpty()) {
            return answers.senseless(request);
        }
        List<AttachmentId> ids = files.get().stream()
                .map(file -> new AttachmentId(id.get(), file))
                .toList();
        return posting.post(request, visitor, new Posting.Note(id.get(), clientId.get(), form.written()), ids);
    }

    /** New words for the person's own message. */
    @Post("/{seq}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> edit(
            HttpRequest<?> request, Visitor visitor, String group, String seq, @Body Map<String, Object> body) {
        String written = new Form(body).written();
        return Messages.find(group, seq)
                .<HttpResponse<?>>map(id -> MessageBody.problemWith(written)
                        .<HttpResponse<?>>map(problem -> answers.refused(
                                request, visitor, id.group(), Optional.of(id.seq()), new Refused(written, problem)))
                        .orElseGet(() -> change(request, visitor, id, Optional.of(MessageBody.parse(written)))))
                .orElseGet(() -> answers.nothingHere(request));
    }

    /** The person takes the own message back. */
    @Post("/{seq}/delete")
    @Consumes(MediaType.ALL)
    HttpResponse<?> delete(HttpRequest<?> request, Visitor visitor, String group, String seq) {
        return Messages.find(group, seq)
                .<HttpResponse<?>>map(id -> change(request, visitor, id, Optional.empty()))
                .orElseGet(() -> answers.nothingHere(request));
    }

    private HttpResponse<?> change(
            HttpRequest<?> request, Visitor visitor, MessageId message, Optional<MessageBody> words) {
        EditMessage.Result result = editMessage.execute(
                new EditMessage.Command(message, visitor.person().id(), words));
        if (result instanceof EditMessage.Edited edited) {
            return answers.own(request, visitor, edited.changed());
        }
        return result instanceof EditMessage.Closed
                ? answers.closed(request, visitor, message.group())
                : answers.nothingHere(request);
    }
}
