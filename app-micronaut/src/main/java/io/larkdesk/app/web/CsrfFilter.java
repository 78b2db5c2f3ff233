package io.larkdesk.app.web;

import io.larkdesk.app.page.Notice;
import io.larkdesk.core.person.SessionToken;
import io.micronaut.core.annotation.Order;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.body.ByteBody;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteAttributes;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Lets a session's requests change something only if they carry the session's {@link Csrf} proof. Without a session there is nothing to abuse. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(FilterOrder.CSRF)
final class CsrfFilter {

    private static final String FIELD = Csrf.FIELD + "=";

    private final Apps apps;
    private final SessionCookies sessions;
    private final Notices notices;

    CsrfFilter(Apps apps, SessionCookies sessions, Notices notices) {
        this.apps = apps;
        this.sessions = sessions;
        this.notices = notices;
    }

    /**
     * Refuses, or lets the request pass. Of a form the whole body is read, which is a copy: the controller reads the original. Where the
     * proof is in the header nothing is read, nor where a form has files, which may be long. A stage that ended with null would be taken
     * for no answer at all.
     */
    @RequestFilter(methods = {HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH, HttpMethod.DELETE})
    CompletionStage<Optional<HttpResponse<?>>> check(HttpRequest<?> request) {
        Optional<SessionToken> token = token(request);
        String header = request.getHeaders().get(Csrf.HEADER);
        if (token.isEmpty() || looksItself(request, header)) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        if (header != null || !isForm(request)) {
            return CompletableFuture.completedFuture(answer(request, token.get(), Optional.ofNullable(header)));
        }
        return bodyOf(request).thenApply(body -> answer(request, token.get(), field(body)));
    }

    private Optional<HttpResponse<?>> answer(HttpRequest<?> request, SessionToken token, Optional<String> claimed) {
        return claimed.filter(proof -> Csrf.isProof(proof, token)).isPresent()
                ? Optional.empty()
                : Optional.of(notices.answer(request, Notice.FORM_REFUSED));
    }

    private static boolean looksItself(HttpRequest<?> request, @Nullable String header) {
        return header == null
                && request.getContentType()
                        .filter(type -> type.matches(MediaType.MULTIPART_FORM_DATA_TYPE))
                        .isPresent()
                && RouteAttributes.getRouteInfo(request)
                        .filter(route -> route instanceof MethodBasedRouteInfo<?, ?> method
                                && method.getTargetMethod().hasAnnotation(ProofInForm.class))
                        .isPresent();
    }

    private static boolean isForm(HttpRequest<?> request) {
        return request.getContentType()
                .filter(MediaType.APPLICATION_FORM_URLENCODED_TYPE::equals)
                .isPresent();
    }

    private static CompletionStage<String> bodyOf(HttpRequest<?> request) {
        return ((ServerHttpRequest<?>) request)
                .byteBody()
                .split(ByteBody.SplitBackpressureMode.FASTEST)
                .buffer()
                .thenApply(body -> {
                    try (body) {
                        return body.toString(StandardCharsets.UTF_8);
                    }
                });
    }

    private Optional<SessionToken> token(HttpRequest<?> request) {
        return apps.of(request).flatMap(app -> sessions.find(request, app));
    }

    /** The field's value; of what a proof consists, forms encode nothing. */
    private static Optional<String> field(String body) {
        for (String pair : body.split("&", -1)) {
            if (pair.startsWith(FIELD)) {
                return Optional.of(pair.substring(FIELD.length()));
            }
        }
        return Optional.empty();
    }
}
