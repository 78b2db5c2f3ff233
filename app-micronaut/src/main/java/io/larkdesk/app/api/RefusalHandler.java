package io.larkdesk.app.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers for what controllers of the API refuse. */
@Singleton
final class RefusalHandler implements ExceptionHandler<Refusal, HttpResponse<?>> {

    private final Answers answers;

    RefusalHandler(Answers answers) {
        this.answers = answers;
    }

    @Override
    @SuppressWarnings("rawtypes") // as it is declared
    public HttpResponse<?> handle(HttpRequest request, Refusal refusal) {
        return answers.refuse(refusal.problem());
    }
}
