package io.larkdesk.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.TestBrowser;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.person.SessionToken;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms, headers and failures, as a browser that is signed in meets them. */
class WebIT {

    private static final String COOKIE = "session-cli_harbour";
    private static final String PAGE = "/lark/cli_harbour/person/inviteToGroup";
    private static final String PREFERENCES = "/lark/cli_harbour/preferences";

    private static final RunningDesk DESK = RunningDesk.start(Map.of());

    private final TestBrowser browser = new TestBrowser(DESK.node());
    private final Map<String, String> form = new HashMap<>();

    @AfterAll
    static void stop() {
        DESK.close();
    }

    @BeforeEach
    void signIn() {
        browser.signIn("cli_harbour", "ou_daniel");
        form.put("theme", "dark");
        form.put("_csrf", proof(browser));
    }

    private static String proof(TestBrowser browser) {
        String token = browser.cookies().getOrDefault(COOKIE, "");
        return Csrf.proof(SessionToken.parse(token).orElseThrow());
    }

    @Test
    void aFormWithItsProofIsTakenAndLeadsOn() {
        form.put("next", PAGE);
        Answer answer =
                browser.post(PREFERENCES, form, "Origin", DESK.node().url().toString());

        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.location()).isEqualTo(PAGE);
        assertThat(answer.headers("Set-Cookie")).singleElement().satisfies(cookie -> assertThat(cookie)
                .startsWith("theme=dark;")
                .contains("Path=/", "SameSite=Lax"));
    }

    @Test
    void aScriptIsServedToThePageThatNamesItsOrigin() {
        String origin = DESK.node().url().toString();

        assertThat(browser.get("/health/liveness", "Origin", origin).status()).isEqualTo(200);
        assertThat(browser.get("/lark/cli_harbour", "Origin", origin).status()).isEqualTo(303);
    }

    @Test
    void aChosenLanguageIsKept() {
        form.put("language", "zh");
        browser.post(PREFERENCES, form);
        assertThat(browser.get(PAGE).body()).contains("<html lang=\"zh-CN\" data-theme=\"dark\">");

        form.put("language", "en");
        browser.post(PREFERENCES, form);
        assertThat(browser.get(PAGE).body()).contains("<html lang=\"en\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "/lark/cli_meridian/workbench", "https://evil.example"})
    void aFormLeadsNowhereElse(String next) {
        form.put("next", next);

        assertThat(browser.post(PREFERENCES, form).location()).isEqualTo("/lark/cli_harbour/workbench");
    }

    @Test
    void aScriptSendsTheProofInAHeader() {
        String proof = form.remove("_csrf");

        assertThat(browser.post(PREFERENCES, form, "X-CSRF-Token", proof).status())
                .isEqualTo(303);
    }

    @Test
    void aFormWithoutItsProofChangesNothing() {
        form.remove("_csrf");
        form.put("language", "zh");

        refused(browser.post(PREFERENCES, form));
        assertThat(browser.get(PAGE).body()).contains("<html lang=\"en\"");
    }

    @Test
    void anotherSessionsProofIsNone() {
        TestBrowser attacker = new TestBrowser(DESK.node());
        attacker.signIn("cli_harbour", "ou_mei");
        form.put("_csrf", proof(attacker));

        refused(browser.post(PREFERENCES, form));
    }

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://sub.localhost",
        "Origin, https://localhost",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void anotherSitesFormChangesNothing(String header, String value) {
        refused(browser.post(PREFERENCES, form, header, value));
        refused(browser.post("/lark/cli_harbour/sign-out", form, header, value));
        assertThat(browser.get(PAGE).status()).isEqualTo(404);
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.title()).isEqualTo("That could not be accepted");
        assertThat(answer.headers("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"multipart/form-data; boundary=x", "text/plain", "application/json"})
    void otherKindsOfBodiesAreNotTaken(String type) {
        Answer answer = browser.send(
                "POST",
                PREFERENCES,
                BodyPublishers.ofString("x"),
                "Content-Type",
                type,
                "X-CSRF-Token",
                proof(browser));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.title()).isEqualTo("That form of data is not taken");
    }

    @Test
    void whoWantsAPageAsSomethingElseIsToldThatThereIsNoSuchThing() {
        Answer answer = browser.get("/lark/cli_harbour/workbench", "Accept", "image/png");

        assertThat(answer.status()).isEqualTo(406);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.body()).contains("\"title\":\"This is not available in that form\"", "\"status\":406");
    }

    @Test
    void signingOutEndsTheSession() {
        String token = browser.cookies().get(COOKIE);
        Answer answer = browser.post("/lark/cli_harbour/sign-out", form);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.title()).isEqualTo("You are signed out");
        assertThat(browser.cookies()).doesNotContainKey(COOKIE);
        browser.cookies().put(COOKIE, String.valueOf(token));
        assertThat(browser.get(PAGE).status()).isEqualTo(303);
    }

    @Test
    void whoseSessionIsOverIsToldToSignInAgain() {
        browser.cookies().clear();
        Answer page = browser.post(PREFERENCES, form);
        Answer fragment = browser.post(PREFERENCES, form, "X-Fragment", "1");
        Answer stream = browser.get(PAGE, "Accept", "text/event-stream");

        assertThat(page.status()).isEqualTo(401);
        assertThat(page.title()).isEqualTo("Your sign-in has expired");
        assertThat(stream.status()).isEqualTo(401);
        assertThat(fragment.status()).isEqualTo(401);
        assertThat(fragment.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(fragment.body())
                .contains("\"status\":401", "\"login\":\"/thirdparty/lark/cli_harbour/login\"")
                .contains("\"detail\":\"For your safety you are signed out after a while.");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nonsense, 404, There is no such page",
        "GET, /lark/cli_harbour/nonsense, 404, There is no such page",
        "PUT, /lark/cli_harbour/sign-out, 405, This cannot be done like that",
        "GET, /lark/cli_harbour/preferences, 405, This cannot be done like that"
    })
    void everyFailureIsAPageOrAProblem(String method, String path, int status, String title) {
        Answer page = browser.send(method, path, BodyPublishers.noBody(), "X-CSRF-Token", proof(browser));
        Answer problem = browser.send(
                method, path, BodyPublishers.noBody(), "X-CSRF-Token", proof(browser), "Accept", "application/json");

        assertThat(page.status()).isEqualTo(status);
        assertThat(page.title()).isEqualTo(title);
        assertThat(page.header("Content-Type")).isEqualTo("text/html; charset=utf-8");
        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.body()).contains("\"title\":\"" + title + "\"", "\"status\":" + status);
    }

    @Test
    void aBodyCanBeTooLong() {
        form.put("next", "a".repeat(2_000_000));

        Answer answer = browser.post(PREFERENCES, form);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.title()).isEqualTo("That was too much at once");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {PAGE, "/nonsense", "/assets/x/larkdesk.css", "/health", "/thirdparty/lark/cli_harbour/login"})
    void everyAnswerCarriesTheHeaders(String path) {
        Answer answer = browser.get(path);

        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("X-Request-Id")).matches("[0-9a-f]{10}");
        assertThat(answer.header("Strict-Transport-Security")).isEmpty();
    }
}
