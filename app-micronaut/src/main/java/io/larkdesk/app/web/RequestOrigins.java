package io.larkdesk.app.web;

import io.larkdesk.core.audit.AuditToken;
import io.larkdesk.core.audit.Origin;
import io.larkdesk.core.audit.Origins;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.context.ServerRequestContext;
import io.micronaut.http.server.util.HttpClientAddressResolver;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/** Work that a request asked for comes from where the request comes; all else comes from nowhere. */
@Singleton
public final class RequestOrigins implements Origins {

    private static final String TOKEN = "io.larkdesk.token";
    private static final String UNKNOWN = "unknown";

    private final HttpClientAddressResolver addresses;

    RequestOrigins(HttpClientAddressResolver addresses) {
        this.addresses = addresses;
    }

    @Override
    public Optional<Origin> current() {
        return ServerRequestContext.currentRequest().map(this::of);
    }

    @Override
    public Optional<AuditToken> token() {
        return ServerRequestContext.currentRequest().flatMap(request -> request.getAttribute(TOKEN, AuditToken.class));
    }

    /** Notes by which token {@code request} is let in. */
    public static void noteToken(HttpRequest<?> request, AuditToken token) {
        request.setAttribute(TOKEN, token);
    }

    private Origin of(HttpRequest<?> request) {
        String address = Objects.requireNonNullElse(addresses.resolve(request), UNKNOWN);
        return new Origin(Origin.isAddress(address) ? address : UNKNOWN, RequestIds.of(request));
    }
}
