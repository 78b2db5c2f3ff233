package io.larkdesk.app.web;

import io.larkdesk.app.limits.Guessable;
import io.larkdesk.app.limits.Limits;
import io.larkdesk.app.limits.Places;
import io.larkdesk.core.person.SessionToken;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses what there is no place for, and has those wait who ask too often, before anything is done for them: by their session, or, if
 * none is asked for or there is none, by their address. Who has a session is known by {@link VisitorFilter}, which counts persons and
 * tenants, and by their address those whose session is none.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(FilterOrder.LIMITS)
final class LimitFilter {

    private static final Set<Integer> WRONG = Set.of(400, 401, 403, 404, 410);
    private static final int UNKNOWN_TOKEN = 401;

    private final Apps apps;
    private final SessionCookies sessions;
    private final ClientAddresses addresses;
    private final Limits limits;
    private final Places places;
    private final Notices notices;

    LimitFilter(
            Apps apps,
            SessionCookies sessions,
            ClientAddresses addresses,
            Limits limits,
            Places places,
            Notices notices) {
        this.apps = apps;
        this.sessions = sessions;
        this.addresses = addresses;
        this.limits = limits;
        this.places = places;
        this.notices = notices;
    }

    @RequestFilter
    Optional<HttpResponse<?>> check(HttpRequest<?> request) {
        if (Asked.isForAnybody(request)) {
            return Optional.empty();
        }
        if (!places.hasRoom(Asked.kind(request), AppPath.of(request))) {
            // Now it costs least: nothing was looked at, and of the body nothing read
            return Optional.of(notices.busy(request));
        }
        return wait(request).map(after -> notices.tooMany(request, after));
    }

    private Optional<Duration> wait(HttpRequest<?> request) {
        Optional<String> network = addresses.findNetwork(request);
        if (Asked.isOfSystems(request)) {
            return network.flatMap(limits::ofGuesses);
        }
        Optional<SessionToken> token = Asked.isForVisitors(request)
                ? apps.of(request).flatMap(app -> sessions.find(request, app))
                : Optional.empty();
        if (token.isPresent()) {
            return Asked.isUrgent(request)
                    ? limits.urgentOfSession(token.get(), network)
                    : limits.ofSession(token.get(), network, Asked.changes(request));
        }
        return network.flatMap(limits::ofStranger)
                .or(() -> Asked.is(request, Guessable.class) ? network.flatMap(limits::ofGuesses) : Optional.empty());
    }

    /** Notes what was wrong of that which one has to know: with the person, else with the network. */
    @ResponseFilter
    void note(HttpRequest<?> request, MutableHttpResponse<?> response) {
        boolean wrong = Asked.isOfSystems(request)
                ? response.code() == UNKNOWN_TOKEN
                : Asked.is(request, Guessable.class) && WRONG.contains(response.code());
        if (wrong) {
            Optional<Object> person = request.getAttribute(Attributes.VISITOR, Visitor.class)
                    .map(visitor -> visitor.person().id());
            person.or(() -> addresses.findNetwork(request)).ifPresent(limits::guessed);
        }
    }
}
