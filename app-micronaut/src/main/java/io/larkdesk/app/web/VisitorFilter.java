package io.larkdesk.app.web;

import io.larkdesk.app.page.Notice;
import io.larkdesk.core.person.ResumeSession;
import io.larkdesk.core.person.ResumeSession.Resumed;
import io.larkdesk.core.person.SessionToken;
import io.larkdesk.core.tenant.AppId;
import io.micronaut.context.propagation.slf4j.MdcPropagationContext;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.RouteAttributes;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out who asks, where a controller wants to know it, and answers those itself who may not be there. A session opens only the
 * app through which it was opened; towards any other its person is a stranger.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(FilterOrder.VISITOR)
final class VisitorFilter {

    private final SessionCookies sessions;
    private final ResumeSession resumeSession;
    private final Entrances entrances;
    private final Notices notices;

    VisitorFilter(SessionCookies sessions, ResumeSession resumeSession, Entrances entrances, Notices notices) {
        this.sessions = sessions;
        this.resumeSession = resumeSession;
        this.entrances = entrances;
        this.notices = notices;
    }

    private static boolean isForVisitors(HttpRequest<?> request) {
        return RouteAttributes.getRouteInfo(request)
                .filter(route -> route instanceof MethodBasedRouteInfo<?, ?> method && takesVisitor(method))
                .isPresent();
    }

    private static boolean takesVisitor(MethodBasedRouteInfo<?, ?> route) {
        for (Argument<?> argument : route.getTargetMethod().getArguments()) {
            if (argument.getType() == Visitor.class) {
                return true;
            }
        }
        return false;
    }

    /** Notes the visitor on the request, or answers; it asks the database, so it does not run on an event loop. */
    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    Optional<HttpResponse<?>> admit(HttpRequest<?> request, MutablePropagatedContext context) {
        if (!isForVisitors(request)) {
            return Optional.empty();
        }
        Optional<AppId> app = AppPath.of(request);
        return app.isPresent()
                ? admit(request, app.get(), context)
                : Optional.of(notices.answer(request, entrances.unknown()));
    }

    private Optional<HttpResponse<?>> admit(HttpRequest<?> request, AppId app, MutablePropagatedContext context) {
        Optional<SessionToken> token = sessions.find(request, app);
        Optional<Resumed> resumed = token.flatMap(resumeSession::execute)
                .filter(session -> session.tenant().appId().equals(app));
        return resumed.isPresent()
                ? admit(request, token.orElseThrow(), resumed.get(), context)
                : Optional.of(turnAway(request, app));
    }

    private Optional<HttpResponse<?>> admit(
            HttpRequest<?> request, SessionToken token, Resumed resumed, MutablePropagatedContext context) {
        Visitor visitor = new Visitor(
                resumed.person(),
                resumed.tenant(),
                resumed.session(),
                Csrf.proof(token),
                Browser.viewer(request, resumed.person().language()));
        context.add(new MdcPropagationContext(Map.of(
                "request", RequestIds.of(request),
                "tenant", resumed.tenant().id().toString(),
                "person", resumed.person().id().toString())));
        request.setAttribute(Attributes.VIEWER, visitor.viewer());
        return entrances
                .of(resumed.tenant())
                .fold(
                        open -> {
                            request.setAttribute(Attributes.VISITOR, visitor);
                            return Optional.empty();
                        },
                        closed -> Optional.of(notices.answer(request, closed)));
    }

    private HttpResponse<?> turnAway(HttpRequest<?> request, AppId app) {
        return entrances.find(app).fold(open -> askToSignIn(request, app), closed -> notices.answer(request, closed));
    }

    private HttpResponse<?> askToSignIn(HttpRequest<?> request, AppId app) {
        boolean looks = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
        return looks && Browser.wantsPage(request)
                ? HttpResponse.seeOther(URI.create(Addresses.login(LocalPath.of(app, request))))
                : notices.answer(request, Notice.SIGN_IN_EXPIRED);
    }
}
