package io.larkdesk.app.web;

import io.larkdesk.app.page.Notice;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.ErrorDataDecoderException;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers for every exception for which there is no handler of its own. */
@Singleton
final class UnexpectedHandler implements ExceptionHandler<Throwable, HttpResponse<?>> {

    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedHandler.class);

    private final Failures failures;
    private final Notices notices;

    UnexpectedHandler(Failures failures, Notices notices) {
        this.failures = failures;
        this.notices = notices;
    }

    @Override
    @SuppressWarnings("rawtypes") // as it is declared
    public HttpResponse<?> handle(HttpRequest request, Throwable cause) {
        if (cause instanceof IOException) {
            LOG.debug("The browser has gone away", cause);
            return HttpResponse.badRequest();
        }
        // Thrown while the body is bound, where a form's escapes are broken
        if (cause instanceof ErrorDataDecoderException) {
            return notices.answer(request, Notice.BAD_REQUEST);
        }
        return failures.broken(request, cause);
    }
}
