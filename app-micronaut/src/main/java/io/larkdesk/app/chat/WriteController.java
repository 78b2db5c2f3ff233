package io.larkdesk.app.chat;

import io.larkdesk.app.chat.GroupPages.Refused;
import io.larkdesk.app.page.Draft;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.EditMessage;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.MessageId;
import io.larkdesk.core.conversation.PostMessage;
import io.larkdesk.core.conversation.PostMessage.Posted;
import io.larkdesk.core.group.GroupId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Takes what people write, change and take back. */
@Controller("/lark/{appId}/groups/{group}/messages")
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
final class WriteController {

    private final PostMessage postMessage;
    private final EditMessage editMessage;
    private final MessageAnswers answers;
    private final Counter posted;

    WriteController(PostMessage postMessage, EditMessage editMessage, MessageAnswers answers, MeterRegistry meters) {
        this.postMessage = postMessage;
        this.editMessage = editMessage;
        this.answers = answers;
        this.posted = Counter.builder("larkdesk.messages.posted")
                .description("Messages that were taken; one that a browser sends again counts again")
                .register(meters);
    }

    /** A new message: {@code body}, perhaps with names as in {@code calls}, under the browser's {@code clientId}; sent again, it is still one. */
    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> post(HttpRequest<?> request, Visitor visitor, String group, @Body Map<String, String> body) {
        Form form = new Form(body);
        Optional<GroupId> id = GroupId.parse(group);
        Optional<UUID> clientId = form.id("clientId");
        if (id.isEmpty()) {
            return answers.nothingHere(request);
        }
        if (clientId.isEmpty()) {
            return answers.senseless(request);
        }
        return taken(request, visitor, id.get(), Optional.empty(), form, words -> {
            PostMessage.Result result = postMessage.execute(
                    new PostMessage.Command(id.get(), visitor.person().id(), new ClientId(clientId.get()), words));
            if (result instanceof Posted taken) {
                posted.increment();
                return answers.own(request, visitor, taken.message());
            }
            return result instanceof PostMessage.Closed
                    ? answers.closed(request, visitor, id.get())
                    : answers.nothingHere(request);
        });
    }

    /** New words for the person's own message. */
    @Post("/{seq}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> edit(
            HttpRequest<?> request, Visitor visitor, String group, String seq, @Body Map<String, String> body) {
        return Messages.find(group, seq)
                .<HttpResponse<?>>map(id -> taken(
                        request,
                        visitor,
                        id.group(),
                        Optional.of(id.seq()),
                        new Form(body),
                        words -> change(request, visitor, id, Optional.of(words))))
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

    private HttpResponse<?> taken(
            HttpRequest<?> request,
            Visitor visitor,
            GroupId group,
            Optional<Long> editing,
            Form form,
            Function<MessageBody, HttpResponse<?>> take) {
        String body =
                Draft.bodyOf(form.text("body").orElse(""), form.text("calls").orElse(""));
        return MessageBody.problemWith(body)
                .<HttpResponse<?>>map(
                        problem -> answers.refused(request, visitor, group, editing, new Refused(body, problem)))
                .orElseGet(() -> take.apply(MessageBody.parse(body)));
    }

    private HttpResponse<?> change(
            HttpRequest<?> request, Visitor visitor, MessageId message, Optional<MessageBody> words) {
        return editMessage
                .execute(new EditMessage.Command(message, visitor.person().id(), words))
                .<HttpResponse<?>>map(changed -> answers.own(request, visitor, changed))
                .orElseGet(() -> answers.nothingHere(request));
    }
}
