package io.larkdesk.app.api;

import io.larkdesk.app.api.Sent.NewMessage;
import io.larkdesk.app.api.Views.MessageView;
import io.larkdesk.app.web.Form;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.PostMessage;
import io.larkdesk.core.conversation.ReadConversation;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.token.TokenScope;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is said in groups, for those who are in them. */
@Controller(ApiPath.ROOT)
@Tag(name = "Messages")
@ExecuteOn(TaskExecutors.BLOCKING)
final class MessagesController {

    private final ReadConversation readConversation;
    private final PostMessage postMessage;
    private final Things things;
    private final Randomness randomness;
    private final Once once;

    MessagesController(
            ReadConversation readConversation,
            PostMessage postMessage,
            Things things,
            Randomness randomness,
            Once once) {
        this.readConversation = readConversation;
        this.postMessage = postMessage;
        this.things = things;
        this.randomness = randomness;
        this.once = once;
    }

    /** Lists what was said in the customer's service group, the first first, 50 at once. Needs the scope messages:read. */
    @Get("/tenants/{tenant}/messages")
    @Scoped(TokenScope.MESSAGES_READ)
    HttpResponse<Listed<MessageView>> listMessages(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            String tenant,
            @QueryValue @Nullable String after) {
        return list(request, caller, things.serviceGroup(tenant), after);
    }

    /** Lists what was said about a ticket, the first first, 50 at once. Needs the scope messages:read. */
    @Get("/tickets/{number}/messages")
    @Scoped(TokenScope.MESSAGES_READ)
    HttpResponse<Listed<MessageView>> listMessagesOfTicket(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            String number,
            @QueryValue @Nullable String after) {
        return list(request, caller, things.ticket(number, caller), after);
    }

    /** Says something in the customer's service group. Needs the scope messages:write. */
    @Post("/tenants/{tenant}/messages")
    @Scoped(TokenScope.MESSAGES_WRITE)
    @Status(HttpStatus.CREATED)
    HttpResponse<MessageView> postMessage(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            String tenant,
            @Header(Once.KEY) @Nullable String key,
            @Body NewMessage sent) {
        return post(request, caller, key, things.serviceGroup(tenant), sent);
    }

    /** Says something about a ticket. Needs the scope messages:write. */
    @Post("/tickets/{number}/messages")
    @Scoped(TokenScope.MESSAGES_WRITE)
    @Status(HttpStatus.CREATED)
    HttpResponse<MessageView> postMessageAboutTicket(
            @Parameter(hidden = true) HttpRequest<?> request,
            @Parameter(hidden = true) Caller caller,
            String number,
            @Header(Once.KEY) @Nullable String key,
            @Body NewMessage sent) {
        return post(request, caller, key, things.ticket(number, caller), sent);
    }

    /** The page is as long as the conversation's; one that is full may be the last. */
    private HttpResponse<Listed<MessageView>> list(
            HttpRequest<?> request, Caller caller, GroupId group, @Nullable String after) {
        long from = Cursor.read(after, Form::findNumber).orElse(0L);
        List<Message> messages =
                readConversation.after(group, caller.id(), from).orElseThrow(Refusal::notThere);
        Optional<String> next = messages.size() < ReadConversation.PAGE
                ? Optional.empty()
                : Optional.of(
                        Long.toString(messages.get(messages.size() - 1).id().seq()));
        return Listed.of(messages.stream().map(MessageView::of).toList(), next).answer(request);
    }

    private HttpResponse<MessageView> post(
            HttpRequest<?> request, Caller caller, @Nullable String key, GroupId group, NewMessage sent) {
        return once.create(request, caller, key, sent, MessageView.class, () -> {
            Message message = post(caller, group, sent);
            return new Once.Made<>(
                    MessageView.of(message),
                    request.getPath() + "?after=" + place(message.id().seq() - 1));
        });
    }

    private static String place(long seq) {
        return Cursor.write(Long.toString(seq));
    }

    private Message post(Caller caller, GroupId group, NewMessage sent) {
        String body = sent.body();
        if (body == null) {
            throw Refusal.field("body", "is missing");
        }
        MessageBody.problemWith(body).ifPresent(problem -> {
            throw Refusal.field(
                    "body",
                    switch (problem) {
                        case EMPTY -> "is empty";
                        case TOO_LONG -> "is too long";
                        case TOO_MANY_MENTIONS -> "mentions too many persons";
                        case NOT_TEXT -> "has a character that no text has";
                    });
        });
        PostMessage.Result result = postMessage.execute(
                new PostMessage.Command(group, caller.id(), new ClientId(randomness.uuid()), MessageBody.parse(body)));
        if (result instanceof PostMessage.Posted posted) {
            return posted.message();
        }
        throw result instanceof PostMessage.Closed
                ? Refusal.conflict("closed", "The ticket is closed; reopen it to write.")
                : Refusal.notThere();
    }
}
