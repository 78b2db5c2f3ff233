package io.larkdesk.app.api;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes and reads what the API says. */
@Singleton
final class Answers {

    private final JsonMapper json;

    Answers(JsonMapper json) {
        this.json = json;
    }

    /** Says what went wrong. */
    MutableHttpResponse<?> refuse(ApiProblem problem) {
        return HttpResponse.<String>status(HttpStatus.valueOf(problem.status()))
                .header(HttpHeaders.CONTENT_TYPE, ApiProblem.MEDIA_TYPE)
                .body(write(problem));
    }

    String write(Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T read(String body, Class<T> type) {
        try {
            return json.readValue(body, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
