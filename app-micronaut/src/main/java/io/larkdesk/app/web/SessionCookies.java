package io.larkdesk.app.web;

import io.larkdesk.core.person.Session;
import io.larkdesk.core.person.SessionToken;
import io.larkdesk.core.tenant.AppId;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Keeps session tokens in browsers. Each app has a cookie of its own, so that one browser can be signed in to several. */
@Singleton
public final class SessionCookies {

    private static final String PREFIX = "session-";

    private final OwnCookies cookies;

    SessionCookies(OwnCookies cookies) {
        this.cookies = cookies;
    }

    /** The token that the browser holds for {@code app}, alive or not. */
    public Optional<SessionToken> find(HttpRequest<?> request, AppId app) {
        return request.getCookies()
                .findCookie(cookies.fullName(PREFIX + app))
                .map(Cookie::getValue)
                .flatMap(SessionToken::parse);
    }

    /** Has the browser hold {@code token} for {@code app}. */
    public Cookie hold(AppId app, SessionToken token) {
        return cookies.secret(PREFIX + app, token.reveal(), Session.LASTS);
    }

    /** Has the browser hold no token for {@code app}. */
    public Cookie drop(AppId app) {
        return cookies.gone(PREFIX + app);
    }
}
