package io.larkdesk.app.web;

import io.larkdesk.app.page.Notice;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import jakarta.inject.Singleton;

/** Says in our own words what the server would say in its own: that an address, a method or a body is not what it can be. */
@Singleton
final class ErrorAnswers implements ErrorResponseProcessor<Object> {

    private final Notices notices;
    private final SecurityHeaders headers;

    ErrorAnswers(Notices notices, SecurityHeaders headers) {
        this.notices = notices;
        this.headers = headers;
    }

    @Override
    @SuppressWarnings("unchecked")
    public MutableHttpResponse<Object> processResponse(ErrorContext error, MutableHttpResponse<?> base) {
        int status = base.code();
        MutableHttpResponse<?> answer = notices.answer(error.getRequest(), notice(status), status);
        String allowed = base.getHeaders().get(HttpHeaders.ALLOW);
        if (allowed != null) {
            answer.header(HttpHeaders.ALLOW, allowed);
        }
        // Filters do not see what is said to a request that could not even be read
        headers.add(error.getRequest(), answer);
        return (MutableHttpResponse<Object>) answer;
    }

    private static Notice notice(int status) {
        if (status >= 500) {
            return Notice.ERROR;
        }
        return switch (status) {
            case 403 -> Notice.FORM_REFUSED;
            case 404 -> Notice.NO_PAGE;
            case 405 -> Notice.WRONG_METHOD;
            case 406 -> Notice.NOT_ACCEPTABLE;
            case 413 -> Notice.TOO_LARGE;
            case 415 -> Notice.WRONG_TYPE;
            case 429 -> Notice.TOO_MANY;
            default -> Notice.BAD_REQUEST;
        };
    }
}
