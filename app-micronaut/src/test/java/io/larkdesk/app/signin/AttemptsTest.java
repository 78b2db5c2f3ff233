package io.larkdesk.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.secrets.MasterKeys;
import io.larkdesk.app.web.LocalPath;
import io.larkdesk.app.web.TestCookies;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.SeededRandomness;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import io.micronaut.http.cookie.Cookie;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttemptsTest {

    private static final AppId APP = new AppId("cli_harbour");
    private static final LocalPath NEXT =
            LocalPath.parse(APP, "/lark/cli_harbour/groups/g?m=17").orElseThrow();

    private final ManualClock clock = new ManualClock();

    @TempDir
    Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Attempts attempts;

    @BeforeEach
    void open() {
        attempts = attempts("keys");
    }

    private Attempts attempts(String keys) {
        Path file = folder.resolve(keys);
        MasterKeys.create(file);
        return new Attempts(
                TestCookies.at("https://desk.example"),
                MasterKeys.read(file).aead(),
                new SeededRandomness(1),
                clock::instant);
    }

    private static MutableHttpRequest<?> request(Cookie... cookies) {
        MutableHttpRequest<?> request = HttpRequest.GET("/");
        for (Cookie cookie : cookies) {
            request.cookie(cookie);
        }
        return request;
    }

    @Test
    void anAttemptComesBackAsItWas() {
        Attempt attempt = attempts.begin(NEXT);

        assertThat(attempts.find(request(attempts.hold(attempt)), APP, attempt.state()))
                .hasValue(attempt);
    }

    @Test
    void theCookieTellsNothingAndLastsAsLongAsTheAttempt() {
        Attempt attempt = attempts.begin(NEXT);
        Cookie cookie = attempts.hold(attempt);

        assertThat(cookie.getName()).startsWith("__Host-sign-in-");
        assertThat(cookie.getValue())
                .matches("[A-Za-z0-9_-]+")
                .doesNotContain(attempt.state(), attempt.verifier(), "groups");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getMaxAge()).isEqualTo(300);
    }

    @Test
    void anAttemptLastsFiveMinutes() {
        Attempt attempt = attempts.begin(NEXT);
        HttpRequest<?> request = request(attempts.hold(attempt));

        clock.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(attempts.find(request, APP, attempt.state())).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThat(attempts.find(request, APP, attempt.state())).isEmpty();
    }

    @Test
    void anAttemptIsOfOneApp() {
        Attempt attempt = attempts.begin(NEXT);

        assertThat(attempts.find(request(attempts.hold(attempt)), new AppId("cli_meridian"), attempt.state()))
                .isEmpty();
    }

    @Test
    void anotherBrowsersAnswerIsRefused() {
        Attempt mine = attempts.begin(NEXT);
        Attempt theirs = attempts.begin(NEXT);

        assertThat(attempts.find(request(attempts.hold(mine)), APP, theirs.state()))
                .isEmpty();
    }

    @Test
    void aStateThatIsOnlyNamedAlikeIsRefused() {
        Attempt attempt = attempts.begin(NEXT);
        String alike = attempt.state().substring(0, 31) + (attempt.state().endsWith("A") ? "B" : "A");

        assertThat(attempts.find(request(attempts.hold(attempt)), APP, alike)).isEmpty();
    }

    @Test
    void whatWeDidNotSealIsRefused() {
        Attempt attempt = attempts.begin(NEXT);
        Cookie forged = attempts("other keys").hold(attempt);
        Cookie cut = attempts.hold(attempt);
        cut.value(cut.getValue().substring(4));
        Cookie garbage = attempts.hold(attempt).value("!!!");

        assertThat(attempts.find(request(forged), APP, attempt.state())).isEmpty();
        assertThat(attempts.find(request(cut), APP, attempt.state())).isEmpty();
        assertThat(attempts.find(request(garbage), APP, attempt.state())).isEmpty();
    }

    @Test
    void severalTabsSignInAtOnce() {
        Attempt one = attempts.begin(NEXT);
        Attempt other = attempts.begin(LocalPath.workbench(APP));
        HttpRequest<?> request = request(attempts.hold(one), attempts.hold(other));

        assertThat(attempts.find(request, APP, one.state())).hasValue(one);
        assertThat(attempts.find(request, APP, other.state())).hasValue(other);
    }

    @Test
    void ofTooManyTheOldestGo() {
        List<Cookie> held = new ArrayList<>();
        for (int i = 0; i < Attempts.MOST; i++) {
            held.add(attempts.hold(attempts.begin(NEXT)));
            clock.advance(Duration.ofSeconds(1));
        }

        List<Cookie> gone = attempts.makeRoom(request(held.toArray(Cookie[]::new)));

        assertThat(gone).extracting(Cookie::getName).containsExactly(held.get(0).getName());
        assertThat(gone).allSatisfy(cookie -> assertThat(cookie.getMaxAge()).isZero());
        assertThat(attempts.makeRoom(request(held.get(1), held.get(2)))).isEmpty();
    }

    @Test
    void theChallengeIsTheHashOfTheVerifier() {
        // The example of RFC 7636, appendix B
        Attempt attempt =
                new Attempt("A".repeat(32), "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk", NEXT, clock.instant());

        assertThat(attempt.challenge()).isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    @Test
    void stateAndVerifierAreLongEnoughAndNew() {
        Attempt one = attempts.begin(NEXT);
        Attempt other = attempts.begin(NEXT);

        assertThat(one.state()).hasSize(32).isNotEqualTo(other.state());
        assertThat(one.verifier()).hasSize(43).isNotEqualTo(other.verifier()).isNotEqualTo(one.state());
    }
}
