package io.larkdesk.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.person.SessionToken;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.testkit.SeededRandomness;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import org.junit.jupiter.api.Test;

class SessionCookiesTest {

    private static final AppId APP = new AppId("cli_harbour");
    private static final AppId OTHER = new AppId("cli_meridian");

    private final SessionToken token = SessionToken.issue(new SeededRandomness(1));
    private final SessionCookies secure = at("https://desk.example");

    private static SessionCookies at(String url) {
        return new SessionCookies(TestCookies.at(url));
    }

    @Test
    void byHttpsTheCookieIsOfThisHostAlone() {
        Cookie cookie = secure.hold(APP, token);

        assertThat(cookie.getName()).isEqualTo("__Host-session-cli_harbour");
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).hasValue(SameSite.Lax);
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
        assertThat(cookie.getMaxAge()).isEqualTo(12 * 60 * 60);
    }

    @Test
    void byHttpTheCookieHasNoPrefixThatBrowsersWouldRefuse() {
        Cookie cookie = at("http://localhost:8080").hold(APP, token);

        assertThat(cookie.getName()).isEqualTo("session-cli_harbour");
        assertThat(cookie.isSecure()).isFalse();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).hasValue(SameSite.Lax);
    }

    @Test
    void aTokenIsFoundForItsAppOnly() {
        HttpRequest<?> request = HttpRequest.GET("/").cookie(secure.hold(APP, token));

        assertThat(secure.find(request, APP)).hasValue(token);
        assertThat(secure.find(request, OTHER)).isEmpty();
    }

    @Test
    void twoAppsHaveTwoCookies() {
        SessionToken other = SessionToken.issue(new SeededRandomness(2));
        HttpRequest<?> request =
                HttpRequest.GET("/").cookie(secure.hold(APP, token)).cookie(secure.hold(OTHER, other));

        assertThat(secure.find(request, APP)).hasValue(token);
        assertThat(secure.find(request, OTHER)).hasValue(other);
    }

    @Test
    void whatIsNoTokenIsNotFound() {
        HttpRequest<?> request = HttpRequest.GET("/").cookie(Cookie.of("__Host-session-cli_harbour", "stolen"));

        assertThat(secure.find(request, APP)).isEmpty();
    }

    @Test
    void droppingNamesTheSameCookieSoThatBrowsersForgetIt() {
        Cookie cookie = secure.drop(APP);

        assertThat(cookie.getName()).isEqualTo("__Host-session-cli_harbour");
        assertThat(cookie.getValue()).isEmpty();
        assertThat(cookie.getMaxAge()).isZero();
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
    }
}
