package io.larkdesk.app.api;

import io.larkdesk.app.limits.Windows;
import io.larkdesk.app.scope.CurrentScope;
import io.larkdesk.app.web.RequestOrigins;
import io.larkdesk.core.audit.AuditToken;
import io.larkdesk.core.tenant.TenantScope;
import io.larkdesk.core.token.AuthenticateToken;
import io.larkdesk.core.token.TokenScope;
import io.larkdesk.core.token.TokenSecret;
import io.micronaut.context.propagation.slf4j.MdcPropagationContext;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteAttributes;
import java.util.Map;
import java.util.Optional;

/**
 * Lets systems in by their tokens, each within its scopes and its share of requests. A session opens nothing here, so there is nothing that
 * another site's page could abuse.
 */
@ServerFilter(ApiPath.ROOT + "/**")
@Order(TokenFilter.ORDER)
final class TokenFilter {

    /** Under which the caller is noted on the request. */
    static final String CALLER = "io.larkdesk.api.caller";

    /** After a request has got its name. */
    static final int ORDER = 39_100;

    /** Those of the provider alone have tokens. */
    private static final TenantScope EVERYBODY = new TenantScope.Everybody();

    private static final String LEFT = "io.larkdesk.api.left";
    private static final String SCHEME = "Bearer ";
    private static final String CHALLENGE = "Bearer realm=\"larkdesk\"";

    private final AuthenticateToken authenticateToken;
    private final RequestLimits limits;
    private final Answers answers;

    TokenFilter(AuthenticateToken authenticateToken, RequestLimits limits, Answers answers) {
        this.authenticateToken = authenticateToken;
        this.limits = limits;
        this.answers = answers;
    }

    /** Notes the caller on the request, or answers; it asks the database, so it does not run on an event loop. */
    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    Optional<HttpResponse<?>> admit(HttpRequest<?> request, MutablePropagatedContext context) {
        Optional<TokenScope> scope = scope(request);
        return scope.isPresent() ? admit(request, scope.get(), context) : Optional.empty();
    }

    /** What is asked of a token; empty where there is nothing, or what is there is for everybody. */
    private static Optional<TokenScope> scope(HttpRequest<?> request) {
        return RouteAttributes.getRouteInfo(request)
                .flatMap(route -> route instanceof MethodBasedRouteInfo<?, ?> method
                        ? method.getTargetMethod().enumValue(Scoped.class, TokenScope.class)
                        : Optional.empty());
    }

    private Optional<HttpResponse<?>> admit(
            HttpRequest<?> request, TokenScope scope, MutablePropagatedContext context) {
        Optional<String> sent = Optional.ofNullable(request.getHeaders().get(HttpHeaders.AUTHORIZATION))
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()));
        if (sent.isEmpty()) {
            return Optional.of(challenge(Refusal.noToken(), ""));
        }
        Optional<Caller> caller = TokenSecret.parse(
                        sent.get().substring(SCHEME.length()).strip())
                .flatMap(secret -> CurrentScope.in(EVERYBODY, () -> authenticateToken.execute(secret)))
                .map(bearer -> new Caller(bearer.token(), bearer.person()));
        return caller.isPresent()
                ? admit(request, caller.get(), scope, context)
                : Optional.of(challenge(Refusal.invalidToken(), ", error=\"invalid_token\""));
    }

    private Optional<HttpResponse<?>> admit(
            HttpRequest<?> request, Caller caller, TokenScope scope, MutablePropagatedContext context) {
        context.add(new MdcPropagationContext(Map.of(
                "token", caller.token().id().toString(),
                "person", caller.id().toString())));
        Windows.Left left = limits.count(caller.token().id());
        request.setAttribute(LEFT, left);
        if (!left.isWithin()) {
            return Optional.of(told(
                    left,
                    answers.refuse(Refusal.tooMany(left.seconds()).problem())
                            .header(HttpHeaders.RETRY_AFTER, Long.toString(left.seconds()))));
        }
        if (!caller.token().scopes().contains(scope)) {
            return Optional.of(told(
                    left,
                    challenge(
                            Refusal.outOfScope(scope.text()),
                            ", error=\"insufficient_scope\", scope=\"" + scope.text() + "\"")));
        }
        request.setAttribute(CALLER, caller);
        RequestOrigins.noteToken(request, new AuditToken(caller.token().id().value()));
        CurrentScope.set(context, EVERYBODY);
        return Optional.empty();
    }

    private MutableHttpResponse<?> challenge(Refusal refusal, String error) {
        return answers.refuse(refusal.problem()).header(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + error);
    }

    /** Tells how many requests are left; what this filter itself answers does not come by here. */
    @ResponseFilter
    void tell(HttpRequest<?> request, MutableHttpResponse<?> response) {
        request.getAttribute(LEFT, Windows.Left.class).ifPresent(left -> told(left, response));
    }

    /** In the words of draft-ietf-httpapi-ratelimit-headers. */
    private static MutableHttpResponse<?> told(Windows.Left left, MutableHttpResponse<?> response) {
        response.getHeaders()
                .set("RateLimit-Policy", "\"token\";q=" + RequestLimits.QUOTA + ";w=" + Windows.LENGTH.toSeconds())
                .set("RateLimit", "\"token\";r=" + left.remaining() + ";t=" + left.seconds());
        return response;
    }
}
