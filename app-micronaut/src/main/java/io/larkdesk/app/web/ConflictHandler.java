package io.larkdesk.app.web;

import io.larkdesk.core.shared.ConflictException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers when others were faster again and again. */
@Singleton
final class ConflictHandler implements ExceptionHandler<ConflictException, HttpResponse<?>> {

    private final Failures failures;

    ConflictHandler(Failures failures) {
        this.failures = failures;
    }

    @Override
    @SuppressWarnings("rawtypes") // as it is declared
    public HttpResponse<?> handle(HttpRequest request, ConflictException cause) {
        return failures.unavailable(request, cause);
    }
}
