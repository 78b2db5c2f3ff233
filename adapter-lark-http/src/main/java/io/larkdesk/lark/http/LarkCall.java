package io.larkdesk.lark.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.larkdesk.lark.LarkCodes;
import io.larkdesk.lark.LarkError;
import io.larkdesk.lark.LarkError.Kind;
import io.larkdesk.lark.LarkResult;
import io.larkdesk.lark.LarkResult.Failure;
import io.larkdesk.lark.LarkResult.Success;
import io.larkdesk.lark.LarkResult.Unknown;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.Function;
import okhttp3.Request;

/**
 * One call, ready to be sent, and how its answer is read: by its code first, by the HTTP status only where there is none.
 *
 * @param request what is sent
 * @param reader takes what was asked for out of the answer; refuses an answer without it by an IllegalArgumentException
 * @param harmless whether asking twice is as good as asking once
 * @param scrub knows what must not be in an error's words
 * @param <T> what a successful call brings
 */
record LarkCall<T>(Request request, Function<JsonNode, T> reader, boolean harmless, Scrub scrub) {

    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int OK = 200;
    private static final int REDIRECT = 300;
    private static final int SERVER_FAULT = 500;

    LarkResult<T> result(Reply reply) {
        return reply.fold(this::said, LarkCall::unsaid);
    }

    private static <T> LarkResult<T> unsaid(NoAnswer none) {
        return none.mayHaveArrived() ? new Unknown<>(none.detail()) : Errors.notSent(none.detail());
    }

    private LarkResult<T> said(Answer answer) {
        OptionalInt code = answer.code();
        if (code.isEmpty()) {
            return withoutCode(answer);
        }
        return code.getAsInt() == 0 ? read(answer) : failure(answer, code.getAsInt());
    }

    private LarkResult<T> read(Answer answer) {
        try {
            return new Success<>(reader.apply(answer.body()));
        } catch (IllegalArgumentException e) {
            return new Unknown<>(answer.detail() + ": a success without what was asked for");
        }
    }

    private LarkResult<T> failure(Answer answer, int code) {
        return failed(LarkCodes.kind(code).orElseGet(() -> kind(answer.status())), code, answer);
    }

    /** Somebody on the way answered in Lark's place. */
    private LarkResult<T> withoutCode(Answer answer) {
        int status = answer.status();
        boolean mayBeDone = (status >= OK && status < REDIRECT) || status == REQUEST_TIMEOUT || status >= SERVER_FAULT;
        return mayBeDone
                ? new Unknown<>(answer.detail() + ": an answer without a code")
                : failed(kind(status), 0, answer);
    }

    private static Kind kind(int status) {
        if (status == TOO_MANY_REQUESTS) {
            return Kind.RATE_LIMITED;
        }
        return status >= SERVER_FAULT ? Kind.SERVER_ERROR : Kind.UNRECOGNISED;
    }

    private LarkResult<T> failed(Kind kind, int code, Answer answer) {
        String words = scrub.clean(answer.words());
        return new Failure<>(new LarkError(
                kind,
                code,
                words.isEmpty() ? "HTTP " + answer.status() : words,
                scrub.clean(answer.requestId()),
                kind == Kind.RATE_LIMITED ? answer.pause() : Duration.ZERO));
    }
}
