package io.larkdesk.app.web;

import io.larkdesk.app.config.Settings;
import io.larkdesk.app.page.Notice;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Refuses requests by which another site's page wants to change something, by what the browser says of where they come from. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(FilterOrder.ORIGIN)
final class OriginFilter {

    private static final String FETCH_SITE = "Sec-Fetch-Site";
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    private final String origin;
    private final Notices notices;

    OriginFilter(Settings settings, Notices notices) {
        this.origin = origin(settings.publicUrl());
        this.notices = notices;
    }

    /** Whoever sends neither header is no browser of these years; such a request needs the session's proof all the same. */
    @RequestFilter(methods = {HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE})
    Optional<HttpResponse<?>> check(HttpRequest<?> request) {
        boolean own = request.getHeaders().getAll(HttpHeaders.ORIGIN).stream().allMatch(origin::equals)
                && request.getHeaders().getAll(FETCH_SITE).stream().allMatch(OWN_SITES::contains);
        return own ? Optional.empty() : Optional.of(notices.answer(request, Notice.FORM_REFUSED));
    }

    /** The origin as browsers write it: in small letters, without the scheme's own port. */
    static String origin(URI url) {
        String scheme = Objects.requireNonNull(url.getScheme(), "scheme").toLowerCase(Locale.ROOT);
        String host = Objects.requireNonNull(url.getHost(), "host").toLowerCase(Locale.ROOT);
        boolean usual = url.getPort() < 0 || url.getPort() == ("https".equals(scheme) ? 443 : 80);
        return scheme + "://" + host + (usual ? "" : ":" + url.getPort());
    }
}
