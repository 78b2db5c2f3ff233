package io.larkdesk.app.wiring;

import io.larkdesk.app.web.Failures;
import io.larkdesk.persistence.jdbi.PersistenceException;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;

/** Answers when the database fails; here, because only here its exceptions have a name. */
@Singleton
final class DatabaseFailureHandler implements ExceptionHandler<PersistenceException, HttpResponse<?>> {

    private final Failures failures;

    DatabaseFailureHandler(Failures failures) {
        this.failures = failures;
    }

    @Override
    @SuppressWarnings("rawtypes") // as it is declared
    public HttpResponse<?> handle(HttpRequest request, PersistenceException cause) {
        return cause.isTemporary() ? failures.unavailable(request, cause) : failures.broken(request, cause);
    }
}
