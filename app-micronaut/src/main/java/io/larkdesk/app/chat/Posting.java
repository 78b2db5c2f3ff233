package io.larkdesk.app.chat;

import io.larkdesk.app.chat.GroupPages.Refused;
import io.larkdesk.app.files.FileProblem;
import io.larkdesk.app.web.Visitor;
import io.larkdesk.core.attachment.AttachmentId;
import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.conversation.MessageBody;
import io.larkdesk.core.conversation.PostMessage;
import io.larkdesk.core.conversation.PostMessage.FilesRefused;
import io.larkdesk.core.conversation.PostMessage.Posted;
import io.larkdesk.core.group.GroupId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Posts what a person wrote, in whichever form it came. */
@Singleton
final class Posting {

    private final PostMessage postMessage;
    private final MessageAnswers answers;
    private final Counter posted;
    private final Timer took;

    Posting(PostMessage postMessage, MessageAnswers answers, MeterRegistry meters) {
        this.postMessage = postMessage;
        this.answers = answers;
        this.posted = Counter.builder("larkdesk.messages.posted")
                .description("Messages that were taken; one that a browser sends again counts again")
                .register(meters);
        this.took = Timer.builder("larkdesk.messages.post")
                .description("From a message that was understood to its place in the group, or its refusal")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(meters);
    }

    /**
     * A message as it came.
     *
     * @param group where to
     * @param clientId the browser's id of it
     * @param body the words; may be empty beside files
     */
    record Note(GroupId group, UUID clientId, String body) {}

    /** What keeps the words from being posted; no words are none beside files. */
    static Optional<MessageBody.Problem> problemWith(String body, boolean hasFiles) {
        return MessageBody.problemWith(body).filter(problem -> problem != MessageBody.Problem.EMPTY || !hasFiles);
    }

    /** Posts the note with {@code files}, uploaded before. */
    HttpResponse<?> post(HttpRequest<?> request, Visitor visitor, Note note, List<AttachmentId> files) {
        Optional<MessageBody.Problem> problem = problemWith(note.body(), !files.isEmpty());
        if (problem.isPresent()) {
            return refused(request, visitor, note, new Refused(note.body(), problem.get()));
        }
        boolean isWordless = MessageBody.problemWith(note.body()).isPresent();
        long began = System.nanoTime();
        PostMessage.Result result = postMessage.execute(new PostMessage.Command(
                note.group(),
                visitor.person().id(),
                new ClientId(note.clientId()),
                isWordless ? MessageBody.NONE : MessageBody.parse(note.body()),
                files));
        took.record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
        if (result instanceof Posted taken) {
            posted.increment();
            return answers.own(request, visitor, taken.message());
        }
        if (result instanceof FilesRefused refusal) {
            return refused(request, visitor, note, FileProblem.of(refusal.problem()));
        }
        return result instanceof PostMessage.Closed
                ? answers.closed(request, visitor, note.group())
                : answers.nothingHere(request);
    }

    /** Says what keeps the note from being posted. */
    HttpResponse<?> refused(HttpRequest<?> request, Visitor visitor, Note note, FileProblem problem) {
        return refused(request, visitor, note, new Refused(note.body(), problem));
    }

    private HttpResponse<?> refused(HttpRequest<?> request, Visitor visitor, Note note, Refused refused) {
        return answers.refused(request, visitor, note.group(), Optional.empty(), refused);
    }
}
