package io.larkdesk.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.TestBrowser;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantState;
import io.larkdesk.core.tenant.Tenants;
import io.larkdesk.testkit.contract.Together;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sign-ins that end without a session, each with a page that says what to do. */
class RefusedSignInIT {

    private static final String APP = "cli_harbour";
    private static final String PAGE = "/lark/cli_harbour/person/inviteToGroup";
    private static final String CALLBACK = "/thirdparty/lark/cli_harbour/oauth2/callback";
    private static final Pattern EXCHANGES = Pattern.compile("authen/v2/oauth/token[^:]*:\\s*(\\d+)");

    private static final RunningDesk DESK = RunningDesk.start(Map.of());

    private final TestBrowser browser = new TestBrowser(DESK.node());

    @BeforeAll
    static void hurry() {
        DESK.control("/sandbox/apps", "{\"app_id\": \"cli_harbour\", \"rate_limits\": false}");
    }

    @AfterAll
    static void stop() {
        DESK.close();
    }

    @AfterEach
    void nobodyIsSignedIn() {
        assertThat(browser.cookies()).doesNotContainKey("session-cli_harbour");
    }

    private static void change(String app, UnaryOperator<Tenant> change) {
        Tenants tenants = DESK.node().bean(Tenants.class);
        tenants.save(change.apply(tenants.findByApp(new AppId(app)).orElseThrow()));
    }

    /** How often a code was traded, or tried to be. */
    private static int exchanges() {
        Matcher counted = EXCHANGES.matcher(DESK.ask("/sandbox/calls?app_id=" + APP));
        return counted.find() ? Integer.parseInt(counted.group(1)) : 0;
    }

    private static String state(URI larksPage) {
        Matcher state = Pattern.compile("&state=([^&]+)").matcher(larksPage.toString());
        assertThat(state.find()).isTrue();
        return state.group(1);
    }

    @Test
    void whoSaysNoCanTryAgain() {
        Answer answer = browser.get(TestBrowser.deny(browser.beginSignIn(APP, PAGE)));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.title()).isEqualTo("Sign-in was cancelled");
        assertThat(answer.body())
                .contains(
                        "href=\"/thirdparty/lark/cli_harbour/login?next=%2Flark%2Fcli_harbour%2Fperson%2FinviteToGroup\"");
        assertThat(browser.cookies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?code=abc",
                "?code=abc&state=",
                "?code=abc&state=x",
                "?code=abc&state=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "?error=access_denied",
                "?error=access_denied&state=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "?code=abc&state=%00%0d%0a"
            })
    void anAnswerThatBelongsToNoAttemptCostsNoCall(String query) {
        browser.beginSignIn(APP, PAGE);
        int before = exchanges();

        Answer answer = browser.get(CALLBACK + query);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.title()).isEqualTo("That took too long");
        assertThat(exchanges()).isEqualTo(before);
    }

    @Test
    void ofManyCallbacksAtOnceOneIsTakenToLark() {
        String back = TestBrowser.consent(browser.beginSignIn(APP, PAGE), "ou_daniel");
        int before = exchanges();

        List<Answer> answers = Together.run(50, worker -> {
            TestBrowser copy = new TestBrowser(DESK.node());
            copy.cookies().putAll(browser.cookies());
            return copy.get(back);
        });

        assertThat(answers).filteredOn(answer -> answer.status() == 303).hasSize(1);
        assertThat(answers).filteredOn(answer -> answer.status() != 303).allSatisfy(answer -> assertThat(answer.title())
                .isEqualTo("That took too long"));
        assertThat(exchanges() - before).isEqualTo(1);
    }

    /** Lark's answer to this very attempt, but for one thing; a code that is good is in each that has {code}. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "?code={code}",
                "?code={code}&state=",
                "?code={code}&state={cut}",
                "?code={code}&state={state}A",
                "?code={code}&state={state}%20",
                "?code={code}&state=%20{state}",
                "?code={code}&state={state}%00",
                "?code={code}&state={state}%0d%0a",
                "?code={code}&state={last}",
                "?code={code}&state={first}",
                "?code={code}&state={turned}",
                "?code={code}&state={theirs}",
                "?code={code}&state={theirs}&state={theirs}",
                "?code={code}&State={state}",
                "?code={code}&state%5B%5D={state}",
                "?code={code}#state={state}",
                "?code=&state={state}",
                "?code={code}x&state={state}",
                "?code={codeTurned}&state={state}",
                "?code={theirCode}&state={state}",
                "?code=%00&state={state}",
                "?state={state}"
            })
    void whatIsNotQuiteTheAnswerGivesNoSession(String query) {
        TestBrowser other = new TestBrowser(DESK.node());
        String theirs = TestBrowser.consent(other.beginSignIn(APP, PAGE), "ou_mei");
        URI larksPage = browser.beginSignIn(APP, PAGE);
        String back = TestBrowser.consent(larksPage, "ou_daniel");
        String state = state(larksPage);
        String code = code(back);
        String asked = query.replace("{codeTurned}", turned(code))
                .replace("{theirCode}", code(theirs))
                .replace("{code}", code)
                .replace("{state}", state)
                .replace("{cut}", state.substring(1))
                .replace("{turned}", turned(state))
                .replace("{first}", (state.startsWith("A") ? "B" : "A") + state.substring(1))
                .replace("{last}", state.substring(0, 31) + (state.endsWith("A") ? "B" : "A"))
                .replace("{theirs}", theirs.replaceFirst(".*state=", ""));

        assertThat(browser.get(CALLBACK + asked).status()).isIn(400, 502);
    }

    /** The control: the same answer as it is gives one. */
    @Test
    void theAnswerItselfGivesASession() {
        TestBrowser own = new TestBrowser(DESK.node());
        String back = TestBrowser.consent(own.beginSignIn(APP, PAGE), "ou_daniel");

        assertThat(own.get(CALLBACK + back.substring(back.indexOf('?'))).status())
                .isEqualTo(303);
        assertThat(own.cookies()).containsKey("session-cli_harbour");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/thirdparty/lark/cli_meridian/oauth2/callback",
                "/thirdparty/lark/cli_alder/oauth2/callback",
                "/thirdparty/lark/cli_unknown/oauth2/callback",
                "/thirdparty/lark/cli_harbour/oauth2/callback/more",
                "/thirdparty/lark/CLI_HARBOUR/oauth2/callback"
            })
    void theAnswerAtAnotherAddressGivesNoSession(String path) {
        String back = TestBrowser.consent(browser.beginSignIn(APP, PAGE), "ou_daniel");

        Answer answer = browser.get(path + back.substring(back.indexOf('?')));

        assertThat(answer.status()).isIn(400, 404);
        assertThat(browser.cookies().keySet()).noneMatch(name -> name.startsWith("session-"));
    }

    /** What this browser has of its attempt, but for one thing. */
    @ParameterizedTest
    @ValueSource(strings = {"NONE", "CUT", "GARBAGE", "THEIRS", "EMPTY", "OTHER NAME"})
    void withoutTheCookieOfTheAttemptThereIsNoSession(String what) {
        TestBrowser other = new TestBrowser(DESK.node());
        other.beginSignIn(APP, PAGE);
        String back = TestBrowser.consent(browser.beginSignIn(APP, PAGE), "ou_daniel");
        Map.Entry<String, String> held = browser.cookies().entrySet().iterator().next();
        browser.cookies().remove(held.getKey());
        switch (what) {
            case "CUT" -> browser.cookies().put(held.getKey(), held.getValue().substring(4));
            case "GARBAGE" -> browser.cookies().put(held.getKey(), "AAAA");
            case "THEIRS" ->
                browser.cookies()
                        .put(held.getKey(), other.cookies().values().iterator().next());
            case "EMPTY" -> browser.cookies().put(held.getKey(), "");
            case "OTHER NAME" -> browser.cookies().put("sign-in-AAAAAAAAAAAA", held.getValue());
            default -> assertThat(browser.cookies()).isEmpty();
        }

        assertThat(browser.get(back).status()).isEqualTo(400);
    }

    @Test
    void anAnswerThatIsPostedGivesNoSession() {
        String back = TestBrowser.consent(browser.beginSignIn(APP, PAGE), "ou_daniel");

        assertThat(browser.post(back, Map.of()).status()).isIn(403, 405);
    }

    private static String code(String back) {
        Matcher code = Pattern.compile("[?&]code=([^&]+)").matcher(back);
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private static String turned(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    @Test
    void anotherBrowsersAnswerCostsNoCall() {
        TestBrowser attacker = new TestBrowser(DESK.node());
        String back = TestBrowser.consent(attacker.beginSignIn(APP, PAGE), "ou_mei");
        browser.beginSignIn(APP, PAGE);
        int before = exchanges();

        assertThat(browser.get(back).status()).isEqualTo(400);
        assertThat(exchanges()).isEqualTo(before);
    }

    @Test
    void anAttemptOfAnotherAppCostsNoCall() {
        URI other = browser.beginSignIn("cli_meridian", "/lark/cli_meridian");
        int before = exchanges();

        assertThat(browser.get(CALLBACK + "?code=abc&state=" + state(other)).status())
                .isEqualTo(400);
        assertThat(exchanges()).isEqualTo(before);
    }

    @Test
    void anAnswerWithoutCodeIsRefused() {
        URI larksPage = browser.beginSignIn(APP, PAGE);

        Answer answer = browser.get(CALLBACK + "?error=server_error&state=" + state(larksPage));

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.title()).isEqualTo("Lark refused the sign-in");
    }

    @Test
    void aCodeThatLarkDoesNotKnowIsStale() {
        URI larksPage = browser.beginSignIn(APP, PAGE);

        Answer answer = browser.get(CALLBACK + "?code=madeUp&state=" + state(larksPage));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.title()).isEqualTo("That took too long");
    }

    @Test
    void whoIsOutsideTheAppsRangeIsToldWhomToAsk() {
        DESK.control("/sandbox/apps", "{\"app_id\": \"cli_harbour\", \"available_to\": [\"ou_mei\"]}");
        try {
            Answer answer = browser.signIn(APP, "ou_daniel");

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.title()).isEqualTo("Not available for you yet");
            assertThat(answer.body()).contains("App cli_harbour, reference " + answer.header("X-Request-Id"));
        } finally {
            DESK.control("/sandbox/apps", "{\"app_id\": \"cli_harbour\", \"available_to\": \"all\"}");
        }
    }

    @Test
    void anAppWhoseSecretIsWrongIsForItsAdministrator() {
        DESK.control("/sandbox/apps", "{\"app_id\": \"cli_harbour\", \"app_secret\": \"changed\"}");
        try {
            Answer answer = browser.signIn(APP, "ou_daniel");

            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.title()).isEqualTo("Lark refused the sign-in");
        } finally {
            DESK.control("/sandbox/apps", "{\"app_id\": \"cli_harbour\", \"app_secret\": \"harbour-secret\"}");
        }
    }

    @Test
    void aPersonOfAnotherOrganisationFindsNothingSetUp() {
        change("cli_meridian", tenant -> tenant.withTenantKey("another organisation"));

        Answer answer = browser.signIn("cli_meridian", "ou_lena");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.title()).isEqualTo("This app is not set up yet");
        assertThat(answer.body()).doesNotContain("organisation is", "Meridian");
        assertThat(browser.cookies()).isEmpty();
    }

    @Test
    void whileLarkIsDownThePageTriesAgain() {
        DESK.control(
                "/sandbox/faults", "{\"path\": \"/open-apis/authen/v2/oauth/token\", \"times\": 100, \"status\": 503}");
        try {
            Answer answer = browser.signIn(APP, "ou_daniel", PAGE);

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.title()).isEqualTo("Lark does not answer");
            assertThat(answer.header("Retry-After")).isEqualTo("10");
            assertThat(answer.body())
                    .contains("<meta http-equiv=\"refresh\" content=\"10;url=/thirdparty/lark/cli_harbour/login?next=");
        } finally {
            DESK.forgetFaults();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cli_unknown", "cli%20unknown", "%63li_harbour"})
    void anAppThatNobodyKnowsIsNotSetUp(String app) {
        for (String path :
                new String[] {"/lark/" + app + "/person/inviteToGroup", "/thirdparty/lark/" + app + "/login"}) {
            Answer answer = browser.get(path);

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.title()).isEqualTo("This app is not set up yet");
            assertThat(answer.body()).contains("Alder Cloud has no service for this Lark app.");
        }
    }

    @Test
    void aPausedTenantsPeopleAreToldSoWhetherSignedInOrNot() {
        TestBrowser signedIn = new TestBrowser(DESK.node());
        signedIn.signIn(APP, "ou_daniel");
        String back = TestBrowser.consent(browser.beginSignIn(APP, PAGE), "ou_mei");
        change(APP, tenant -> tenant.become(TenantState.SUSPENDED));
        try {
            for (Answer answer : new Answer[] {
                signedIn.get(PAGE),
                browser.get(PAGE),
                browser.get("/thirdparty/lark/cli_harbour/login"),
                browser.get(back)
            }) {
                assertThat(answer.status()).isEqualTo(403);
                assertThat(answer.title()).isEqualTo("Service is paused");
                assertThat(answer.body()).contains("Alder Cloud has paused the service for Harbour Retail Group.");
            }
        } finally {
            change(APP, tenant -> tenant.become(TenantState.ACTIVE));
        }
        assertThat(signedIn.get(PAGE).title()).isEqualTo("This link does not work");
    }
}
