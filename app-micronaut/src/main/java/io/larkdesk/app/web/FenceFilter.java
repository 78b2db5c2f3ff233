package io.larkdesk.app.web;

import io.larkdesk.app.fence.FenceWatch;
import io.larkdesk.app.page.Notice;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Duration;
import java.util.Optional;

/**
 * While the fence is raised, lets people read and sign in, and refuses what would change anything: an Emergency that pages nobody is worse than
 * one that is refused. In the console staff put things right.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(FilterOrder.FENCE)
final class FenceFilter {

    private static final Duration LATER = Duration.ofMinutes(1);

    private final FenceWatch watch;
    private final Notices notices;

    FenceFilter(FenceWatch watch, Notices notices) {
        this.watch = watch;
        this.notices = notices;
    }

    @RequestFilter(methods = {HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE})
    Optional<HttpResponse<?>> check(HttpRequest<?> request) {
        String path = Addresses.path(request);
        return watch.isRaised() && !Addresses.isConsole(path) && !path.endsWith("/sign-out")
                ? Optional.of(
                        notices.answer(request, Notice.FENCED).header("Retry-After", Long.toString(LATER.toSeconds())))
                : Optional.empty();
    }
}
