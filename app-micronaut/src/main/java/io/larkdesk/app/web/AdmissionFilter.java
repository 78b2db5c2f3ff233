package io.larkdesk.app.web;

import io.larkdesk.app.limits.Places;
import io.larkdesk.app.limits.Places.Kind;
import io.larkdesk.app.limits.Places.Place;
import io.larkdesk.app.limits.UrgentWork;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.ByteBody;
import io.micronaut.web.router.RouteAttributes;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Takes a request up if there is a place for it, else refuses it at once: nothing piles up before the database. A place is held until
 * there is an answer; not while the answer is written, which may take as long as a stream of events. Only what has come whole gets one,
 * but for forms with files.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(FilterOrder.ADMISSION)
final class AdmissionFilter {

    private static final String PLACE = "io.larkdesk.place";

    private final Places places;
    private final Notices notices;

    AdmissionFilter(Places places, Notices notices) {
        this.places = places;
        this.notices = notices;
    }

    @RequestFilter
    CompletionStage<Optional<HttpResponse<?>>> admit(HttpRequest<?> request) {
        boolean leadsNowhere = RouteAttributes.getRouteInfo(request).isEmpty();
        if (leadsNowhere || Asked.isForAnybody(request)) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        if (Asked.isUpload(request) || !Asked.changes(request)) {
            return CompletableFuture.completedFuture(enter(request));
        }
        return whole(request).thenApply(ignored -> enter(request));
    }

    private static CompletionStage<?> whole(HttpRequest<?> request) {
        return ((ServerHttpRequest<?>) request)
                .byteBody()
                .split(ByteBody.SplitBackpressureMode.FASTEST)
                .buffer()
                .thenApply(body -> {
                    body.close();
                    return true;
                });
    }

    private Optional<HttpResponse<?>> enter(HttpRequest<?> request) {
        Kind kind = Asked.kind(request);
        Optional<Place> place = places.enter(kind, AppPath.of(request));
        if (place.isEmpty()) {
            return Optional.of(notices.busy(request));
        }
        request.setAttribute(PLACE, place.get());
        if (kind == Kind.URGENT) {
            UrgentWork.note(request);
        }
        return Optional.empty();
    }

    /** Also when the browser has gone: work that was begun goes on, and needs its place. */
    @ResponseFilter
    void leave(HttpRequest<?> request) {
        request.getAttribute(PLACE, Place.class).ifPresent(Place::leave);
    }
}
