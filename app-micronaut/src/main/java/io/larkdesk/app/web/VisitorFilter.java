package io.larkdesk.app.web;

import io.larkdesk.app.limits.Guessable;
import io.larkdesk.app.limits.Limits;
import io.larkdesk.app.page.Notice;
import io.larkdesk.app.scope.CurrentScope;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.ResumeSession;
import io.larkdesk.core.person.ResumeSession.Resumed;
import io.larkdesk.core.person.SessionToken;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.TenantScope;
import io.micronaut.context.propagation.slf4j.MdcPropagationContext;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.propagation.MutablePropagatedContext;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Finds out who asks, where a controller wants to know it, and answers those itself who may not be there. A session opens only the
 * app through which it was opened; towards any other its person is a stranger.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
@Order(FilterOrder.VISITOR)
final class VisitorFilter {

    private final Apps apps;
    private final SessionCookies sessions;
    private final ResumeSession resumeSession;
    private final Entrances entrances;
    private final ClientAddresses addresses;
    private final Limits limits;
    private final Notices notices;

    VisitorFilter(
            Apps apps,
            SessionCookies sessions,
            ResumeSession resumeSession,
            Entrances entrances,
            ClientAddresses addresses,
            Limits limits,
            Notices notices) {
        this.apps = apps;
        this.sessions = sessions;
        this.resumeSession = resumeSession;
        this.entrances = entrances;
        this.addresses = addresses;
        this.limits = limits;
        this.notices = notices;
    }

    /**
     * Notes the visitor on the request, or answers; it asks the database, so it does not run on an event loop. From here on the request sees
     * what its visitor's tenant may see, and no more.
     */
    @RequestFilter
    @ExecuteOn(TaskExecutors.BLOCKING)
    Optional<HttpResponse<?>> admit(HttpRequest<?> request, MutablePropagatedContext context) {
        if (!Asked.isForVisitors(request)) {
            CurrentScope.set(context, scopeOfStranger(request));
            return Optional.empty();
        }
        Optional<AppId> app = apps.of(request);
        return app.isPresent() ? admit(request, app.get(), context) : Optional.of(turnAway(request));
    }

    /** Below the console only the provider is set up without a session. */
    private TenantScope scopeOfStranger(HttpRequest<?> request) {
        return Addresses.isConsole(Addresses.path(request))
                ? new TenantScope.Everybody()
                : AppPath.of(request).map(entrances::scope).orElseGet(TenantScope.Nobody::new);
    }

    private Optional<HttpResponse<?>> admit(HttpRequest<?> request, AppId app, MutablePropagatedContext context) {
        Optional<SessionToken> token = sessions.find(request, app);
        // A session is found by its token alone, among those of all
        Optional<Resumed> resumed = CurrentScope.in(
                        new TenantScope.Everybody(), () -> token.flatMap(resumeSession::execute))
                .filter(session -> session.tenant().appId().equals(app));
        if (resumed.isPresent()) {
            return admit(request, token.orElseThrow(), resumed.get(), context);
        }
        // Who has a token that opens nothing is a stranger, and was not counted as one
        Optional<Duration> wait =
                token.flatMap(unknown -> addresses.findNetwork(request)).flatMap(limits::ofStranger);
        return Optional.of(
                wait.isPresent()
                        ? notices.tooMany(request, wait.get())
                        : CurrentScope.in(entrances.scope(app), () -> turnAway(request, app)));
    }

    private Optional<HttpResponse<?>> admit(
            HttpRequest<?> request, SessionToken token, Resumed resumed, MutablePropagatedContext context) {
        Visitor visitor = new Visitor(
                resumed.person(),
                resumed.tenant(),
                resumed.session(),
                Csrf.proof(token),
                Browser.viewer(request, resumed.person().language(), resumed.at()));
        TenantScope scope = TenantScope.of(resumed.tenant());
        CurrentScope.set(context, scope);
        context.add(new MdcPropagationContext(Map.of(
                "request", RequestIds.of(request),
                "tenant", resumed.tenant().id().toString(),
                "person", resumed.person().id().toString())));
        request.setAttribute(Attributes.VIEWER, visitor.viewer());
        Optional<Duration> wait = wait(request, visitor);
        if (wait.isPresent()) {
            return Optional.of(notices.tooMany(request, wait.get()));
        }
        return CurrentScope.in(scope, () -> entrances.of(resumed.tenant()))
                .fold(open -> admit(request, visitor), closed -> Optional.of(notices.answer(request, closed)));
    }

    /** Nobody has to wait to do something about an Emergency because of what else was done. */
    private Optional<Duration> wait(HttpRequest<?> request, Visitor visitor) {
        PersonId person = visitor.person().id();
        if (Asked.isUrgent(request)) {
            return Optional.empty();
        }
        Optional<Duration> guesses = Asked.is(request, Guessable.class) ? limits.ofGuesses(person) : Optional.empty();
        return guesses.or(() -> limits.of(person, visitor.tenant().id(), Asked.changes(request)));
    }

    /** The provider's people without a role see nothing but that, and how they come to one. */
    private Optional<HttpResponse<?>> admit(HttpRequest<?> request, Visitor visitor) {
        boolean comesToRole = Addresses.path(request).startsWith(Addresses.SETUP);
        if (visitor.tenant().isProvider() && visitor.person().role().isEmpty() && !comesToRole) {
            return Optional.of(notices.answer(
                    request,
                    Notice.NO_ROLE,
                    Map.of(
                            "provider",
                            visitor.tenant().organisation(),
                            "me",
                            visitor.person().name().value())));
        }
        request.setAttribute(Attributes.VISITOR, visitor);
        return Optional.empty();
    }

    private HttpResponse<?> turnAway(HttpRequest<?> request) {
        return Addresses.isConsole(Addresses.path(request))
                ? notices.answer(request, Notice.CONSOLE_NOT_SET_UP)
                : notices.answer(request, entrances.unknown());
    }

    private HttpResponse<?> turnAway(HttpRequest<?> request, AppId app) {
        return entrances.find(app).fold(open -> askToSignIn(request, app), closed -> leadOn(request, app)
                .orElseGet(() -> notices.answer(request, closed)));
    }

    /** Links with the App ID that a customer had before go on to the page that they mean. */
    private Optional<HttpResponse<?>> leadOn(HttpRequest<?> request, AppId former) {
        return looks(request)
                ? entrances
                        .successor(former)
                        .map(app -> LocalPath.of(former, request).in(app).value())
                        .map(page -> HttpResponse.seeOther(URI.create(page)))
                : Optional.empty();
    }

    private HttpResponse<?> askToSignIn(HttpRequest<?> request, AppId app) {
        return looks(request)
                ? HttpResponse.seeOther(URI.create(Addresses.login(LocalPath.of(app, request))))
                : notices.answer(request, Notice.SIGN_IN_EXPIRED);
    }

    /** Whether a person asks for a page, and changes nothing. */
    private static boolean looks(HttpRequest<?> request) {
        return (request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD)
                && Browser.wantsPage(request);
    }
}
