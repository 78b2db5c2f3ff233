package io.larkdesk.app.web;

import io.larkdesk.app.page.Notice;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers when we fail: people get a reference and no more, the log has the rest under it. */
@Singleton
public final class Failures {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    private static final String AGAIN_AFTER_SECONDS = "5";

    private final Notices notices;

    Failures(Notices notices) {
        this.notices = notices;
    }

    /** Something is wrong with us. */
    public HttpResponse<?> broken(HttpRequest<?> request, Throwable cause) {
        LOG.error("request={} failed: {} {}", RequestIds.of(request), request.getMethod(), route(request), cause);
        return notices.answer(request, Notice.ERROR);
    }

    /** We cannot do it now, and perhaps can in a while. */
    public HttpResponse<?> unavailable(HttpRequest<?> request, Throwable cause) {
        LOG.warn(
                "request={} not possible now: {} {}",
                RequestIds.of(request),
                request.getMethod(),
                route(request),
                cause);
        return notices.answer(request, Notice.ERROR, 503).header(HttpHeaders.RETRY_AFTER, AGAIN_AFTER_SECONDS);
    }

    /** What was asked for, without the address itself: in that of a guide is what lets people in. */
    private static String route(HttpRequest<?> request) {
        return BasicHttpAttributes.getUriTemplate(request).orElse("an unknown address");
    }
}
