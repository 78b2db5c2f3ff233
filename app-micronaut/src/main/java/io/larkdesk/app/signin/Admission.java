package io.larkdesk.app.signin;

import io.larkdesk.app.page.Notice;
import io.larkdesk.app.web.Browser;
import io.larkdesk.app.web.Entrances;
import io.larkdesk.app.web.Notices;
import io.larkdesk.app.web.SessionCookies;
import io.larkdesk.core.person.CloseSession;
import io.larkdesk.core.person.SessionToken;
import io.larkdesk.core.person.SignIn;
import io.larkdesk.core.person.SignInPerson;
import io.larkdesk.core.tenant.Tenant;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the core sign a person in with Lark's code, and tells the person how that ended. */
@Singleton
final class Admission {

    private static final Logger LOG = LoggerFactory.getLogger(Admission.class);

    private final Entrances entrances;
    private final SignInPerson signInPerson;
    private final CloseSession closeSession;
    private final Callback callback;
    private final SessionCookies sessions;
    private final Notices notices;

    Admission(
            Entrances entrances,
            SignInPerson signInPerson,
            CloseSession closeSession,
            Callback callback,
            SessionCookies sessions,
            Notices notices) {
        this.entrances = entrances;
        this.signInPerson = signInPerson;
        this.closeSession = closeSession;
        this.callback = callback;
        this.sessions = sessions;
        this.notices = notices;
    }

    MutableHttpResponse<?> execute(HttpRequest<?> request, Attempt attempt, String code) {
        return entrances
                .find(attempt.app())
                .fold(
                        tenant -> answer(request, attempt, signIn(request, tenant, attempt, code)),
                        closed -> notices.answer(request, closed));
    }

    private SignInPerson.Result signIn(HttpRequest<?> request, Tenant tenant, Attempt attempt, String code) {
        return signInPerson.execute(new SignInPerson.Command(
                tenant.id(),
                callback.of(attempt.app()),
                attempt.key(),
                code,
                attempt.verifier(),
                Browser.language(request)));
    }

    private MutableHttpResponse<?> answer(HttpRequest<?> request, Attempt attempt, SignInPerson.Result result) {
        if (result instanceof SignInPerson.SignedIn signedIn) {
            return welcome(request, attempt, signedIn);
        }
        if (result instanceof SignInPerson.Refused refused) {
            LOG.warn("app={} sign-in refused: {}, {}", attempt.app(), refused.why(), refused.reason());
            return notices.answer(request, notice(refused.why()), attempt.next());
        }
        if (result instanceof SignInPerson.OtherOrganisation) {
            LOG.warn("app={} sign-in refused: the person is of another organisation", attempt.app());
            return notices.answer(request, entrances.unknown());
        }
        return entrances
                .find(attempt.app())
                .fold(
                        reopened -> notices.answer(request, Notice.SIGN_IN_STALE, attempt.next()),
                        closed -> notices.answer(request, closed));
    }

    private static Notice notice(SignIn.Why why) {
        return switch (why) {
            case STALE -> Notice.SIGN_IN_STALE;
            case NOT_AVAILABLE_TO_PERSON -> Notice.NOT_AVAILABLE;
            case APP_MISCONFIGURED -> Notice.SIGN_IN_REFUSED;
            case UNREACHABLE -> Notice.LARK_SILENT;
        };
    }

    /** The browser's session before this one ends, so that whoever planted or took its token is left with nothing. */
    private MutableHttpResponse<?> welcome(HttpRequest<?> request, Attempt attempt, SignInPerson.SignedIn signedIn) {
        sessions.find(request, attempt.app()).map(SessionToken::key).ifPresent(closeSession::execute);
        LOG.info("app={} person={} signed in", attempt.app(), signedIn.person().id());
        return HttpResponse.seeOther(URI.create(attempt.next().value()))
                .cookie(sessions.hold(attempt.app(), signedIn.session()));
    }
}
