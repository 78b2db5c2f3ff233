package io.larkdesk.app.web;

import io.larkdesk.app.health.Draining;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;

/** Has a node that is about to stop close each connection after an answer, so that the next request comes to another one. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(FilterOrder.HEADERS)
final class LastAnswers {

    private final Draining draining;

    LastAnswers(Draining draining) {
        this.draining = draining;
    }

    @ResponseFilter
    void close(MutableHttpResponse<?> response) {
        if (draining.isDraining()) {
            response.header(HttpHeaders.CONNECTION, "close");
        }
    }
}
