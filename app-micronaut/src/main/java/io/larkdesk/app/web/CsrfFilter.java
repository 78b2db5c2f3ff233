package io.larkdesk.app.web;

import io.larkdesk.app.page.Notice;
import io.larkdesk.core.person.SessionToken;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets a session's requests change something only if they carry the session's {@link Csrf} proof. Without a session there is nothing to abuse. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(FilterOrder.CSRF)
final class CsrfFilter {

    private static final String FIELD = Csrf.FIELD + "=";

    private final SessionCookies sessions;
    private final Notices notices;

    CsrfFilter(SessionCookies sessions, Notices notices) {
        this.sessions = sessions;
        this.notices = notices;
    }

    /** Refuses; the body that it reads is a copy, the controller binds the original. */
    @RequestFilter(methods = {HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE})
    Optional<HttpResponse<?>> check(HttpRequest<?> request, @Body @Nullable String body) {
        return token(request)
                .filter(token -> claimed(request, body)
                        .filter(claimed -> Csrf.isProof(claimed, token))
                        .isEmpty())
                .map(token -> notices.answer(request, Notice.FORM_REFUSED));
    }

    private Optional<SessionToken> token(HttpRequest<?> request) {
        return AppPath.of(request).flatMap(app -> sessions.find(request, app));
    }

    private static Optional<String> claimed(HttpRequest<?> request, @Nullable String body) {
        Optional<String> header = Optional.ofNullable(request.getHeaders().get(Csrf.HEADER));
        return header.or(() -> field(request, body));
    }

    /** The field's value; of what a proof consists, forms encode nothing. */
    private static Optional<String> field(HttpRequest<?> request, @Nullable String body) {
        boolean form = request.getContentType()
                .filter(MediaType.APPLICATION_FORM_URLENCODED_TYPE::equals)
                .isPresent();
        if (!form || body == null) {
            return Optional.empty();
        }
        for (String pair : body.split("&", -1)) {
            if (pair.startsWith(FIELD)) {
                return Optional.of(pair.substring(FIELD.length()));
            }
        }
        return Optional.empty();
    }
}
