package io.larkdesk.app.tracing;

import io.larkdesk.app.tracing.OpenTelemetrySpans.Around;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;

/**
 * Has each request be a piece of work, named by its route and never by its address, which has secrets in it. There is none unless spans are
 * told to somebody.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Requires(property = OpenTelemetrySpans.ENDPOINT)
@Order(TracingFilter.BEFORE_ALL_OTHERS)
final class TracingFilter {

    static final int BEFORE_ALL_OTHERS = -1_001;

    private static final String SPAN = "io.larkdesk.span";
    private static final int SERVER_ERROR = 500;

    private final OpenTelemetrySpans spans;

    TracingFilter(OpenTelemetrySpans spans) {
        this.spans = spans;
    }

    @RequestFilter
    void begin(HttpRequest<?> request, MutablePropagatedContext context) {
        Span span = spans.begin(request.getMethodName(), SpanKind.SERVER);
        request.setAttribute(SPAN, span);
        context.add(new Around(span));
    }

    @ResponseFilter
    void end(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(SPAN, Span.class).ifPresent(span -> {
            BasicHttpAttributes.getUriTemplate(request).ifPresent(route -> {
                span.updateName(request.getMethodName() + " " + route);
                span.setAttribute("http.route", route);
            });
            span.setAttribute("http.request.method", request.getMethodName());
            span.setAttribute("http.response.status_code", response.code());
            if (response.code() >= SERVER_ERROR) {
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        });
    }
}
