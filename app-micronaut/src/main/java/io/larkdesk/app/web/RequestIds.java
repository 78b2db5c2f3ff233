package io.larkdesk.app.web;

import io.micronaut.context.propagation.slf4j.MdcPropagationContext;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Names each request, in the log's context (under {@code request}), in the answer's header, and on pages that say that something went
 * wrong; so whoever reads out the reference of a page leads to the right lines of the log.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(FilterOrder.REQUEST_ID)
final class RequestIds {

    /** The header that tells the name. */
    static final String HEADER = "X-Request-Id";

    private static final int DIGITS = 10;

    @RequestFilter
    void name(HttpRequest<?> request, MutablePropagatedContext context) {
        context.add(new MdcPropagationContext(Map.of("request", of(request))));
    }

    @ResponseFilter
    void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
        response.getHeaders().set(HEADER, of(request));
    }

    /** The request's name: ten hexadecimal digits; one is made for a request that was too broken to get one. */
    static String of(HttpRequest<?> request) {
        return request.getAttribute(Attributes.REQUEST_ID, String.class).orElseGet(() -> {
            String id = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong(), DIGITS);
            request.setAttribute(Attributes.REQUEST_ID, id);
            return id;
        });
    }
}
