package io.larkdesk.app.api;

import io.larkdesk.core.token.AnswerOnce;
import io.larkdesk.core.token.AnswerOnce.Answered;
import io.larkdesk.core.token.IdempotencyKey;
import io.larkdesk.core.token.KeptAnswer;
import io.larkdesk.core.token.RequestHash;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Has what is sent with the same {@code Idempotency-Key} done once, and answered in the same way each time. */
@Singleton
final class Once {

    /** The header that says which tries belong together. */
    static final String KEY = "Idempotency-Key";

    /** The header that says that an earlier try got the answer. */
    static final String REPEATED = "Idempotency-Replayed";

    private final AnswerOnce answerOnce;
    private final Answers answers;

    Once(AnswerOnce answerOnce, Answers answers) {
        this.answerOnce = answerOnce;
        this.answers = answers;
    }

    /**
     * Something new.
     *
     * @param <T> what it is
     * @param body as it is told
     * @param location where it is found
     */
    record Made<T>(T body, String location) {}

    /** What {@code work} makes of {@code sent}, by this try or one before. */
    <T> HttpResponse<T> create(
            HttpRequest<?> request,
            Caller caller,
            @Nullable String key,
            Object sent,
            Class<T> type,
            Supplier<Made<T>> work) {
        if (key == null) {
            Made<T> made = work.get();
            return created(made.body(), made.location());
        }
        KeptAnswer.Place place = new KeptAnswer.Place(
                caller.provider(),
                caller.token().id(),
                IdempotencyKey.parse(key).orElseThrow(Refusal::noKey));
        RequestHash hash = RequestHash.of(request.getMethodName() + " " + request.getUri() + " " + answers.write(sent));
        AnswerOnce.Result result = answerOnce.execute(new AnswerOnce.Command(place, hash), () -> kept(work.get()));
        if (result instanceof Answered answered) {
            return created(
                            answers.read(answered.answer().body(), type),
                            answered.answer().location().orElseThrow())
                    .header(REPEATED, Boolean.toString(answered.isRepeated()));
        }
        throw result instanceof AnswerOnce.Differs ? Refusal.keyUsed() : Refusal.keyUnderWay();
    }

    private <T> KeptAnswer.Answer kept(Made<T> made) {
        return new KeptAnswer.Answer(
                HttpStatus.CREATED.getCode(), answers.write(made.body()), Optional.of(made.location()));
    }

    private static <T> MutableHttpResponse<T> created(T body, String location) {
        return HttpResponse.created(body).header(HttpHeaders.LOCATION, location);
    }
}
