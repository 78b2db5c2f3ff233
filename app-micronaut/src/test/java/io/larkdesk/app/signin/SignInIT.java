package io.larkdesk.app.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.TestBrowser;
import io.larkdesk.app.TestBrowser.Answer;
import io.larkdesk.core.group.Groups;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.Language;
import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.Tenants;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way in, out, and back in, against the sandbox. */
class SignInIT {

    private static final String APP = "cli_harbour";
    private static final String PAGE = "/lark/cli_harbour/person/inviteToGroup";

    private static final RunningDesk DESK = RunningDesk.start(Map.of());

    private final TestBrowser browser = new TestBrowser(DESK.node());

    @AfterAll
    static void stop() {
        DESK.close();
    }

    private static Tenant tenant(String app) {
        return DESK.node().bean(Tenants.class).findByApp(new AppId(app)).orElseThrow();
    }

    private static Optional<Person> person(String app, String openId) {
        return DESK.node().bean(People.class).findByOpenId(tenant(app).id(), new OpenId(openId));
    }

    @Test
    void whoIsNotSignedInComesByLarkToWhereTheyWantedToGo() {
        Answer asked = browser.get(PAGE + "?code=abc");
        Answer login = browser.get(asked.location());
        Answer back = browser.get(TestBrowser.consent(URI.create(login.location()), "ou_daniel"));

        assertThat(asked.status()).isEqualTo(303);
        assertThat(back.status()).isEqualTo(303);
        assertThat(back.location()).isEqualTo(PAGE + "?code=abc");
        assertThat(browser.get(back.location()).title()).isEqualTo("This link does not work");
    }

    @Test
    void larkIsToldToSendBrowsersToThePublicAddressWithAChallengeAndNoScope() {
        URI larksPage = browser.beginSignIn(APP, PAGE);

        assertThat(larksPage.getPath()).isEqualTo("/open-apis/authen/v1/authorize");
        assertThat(larksPage.getQuery())
                .contains("client_id=cli_harbour&")
                .contains("redirect_uri=" + RunningDesk.callback(DESK.node(), APP) + "&")
                .contains("&code_challenge_method=S256")
                .doesNotContain("scope");
    }

    @Test
    void theSessionsCookieIsKeptFromScripts() {
        Answer back = browser.signIn(APP, "ou_daniel");

        assertThat(back.headers("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie)
                .startsWith("session-cli_harbour=")
                .contains("Max-Age=43200", "Path=/", "SameSite=Lax")
                .containsIgnoringCase("HttpOnly")
                .doesNotContainIgnoringCase("Domain"));
        assertThat(browser.cookies()).containsOnlyKeys("session-cli_harbour");
    }

    @Test
    void aCustomersPersonIsInTheServiceGroupAndAProvidersIsInNone() {
        browser.signIn(APP, "ou_mei");
        browser.signIn("cli_alder", "ou_tomas");

        var group = DESK.node()
                .bean(Groups.class)
                .findServiceGroupOf(tenant(APP).id())
                .orElseThrow();
        Person mei = person(APP, "ou_mei").orElseThrow();
        assertThat(DESK.node().bean(Members.class).find(group.id(), mei.id())).isPresent();
        assertThat(DESK.node()
                        .bean(Groups.class)
                        .findServiceGroupOf(tenant("cli_alder").id()))
                .isEmpty();
    }

    @Test
    void theFirstSignInTakesTheBrowsersLanguageAndLaterOnesKeepIt() {
        String chinese = "zh-CN,zh;q=0.9,en;q=0.5";
        URI first = browser.beginSignIn("cli_meridian", "/lark/cli_meridian");
        browser.get(TestBrowser.consent(first, "ou_li"), "Accept-Language", chinese);
        assertThat(person("cli_meridian", "ou_li")).map(Person::language).hasValue(Language.ZH);

        URI second = browser.beginSignIn("cli_meridian", "/lark/cli_meridian");
        browser.get(TestBrowser.consent(second, "ou_li"), "Accept-Language", "en");
        assertThat(person("cli_meridian", "ou_li")).map(Person::language).hasValue(Language.ZH);
    }

    @Test
    void aNewSignInEndsTheBrowsersSessionBeforeIt() {
        browser.signIn(APP, "ou_daniel");
        String before = browser.cookies().get("session-cli_harbour");
        browser.signIn(APP, "ou_daniel");

        TestBrowser old = new TestBrowser(DESK.node());
        old.cookies().put("session-cli_harbour", before);
        assertThat(browser.cookies().get("session-cli_harbour")).isNotEqualTo(before);
        assertThat(old.get(PAGE).status()).isEqualTo(303);
        assertThat(browser.get(PAGE).status()).isEqualTo(404);
    }

    @Test
    void aSessionPlantedBeforeTheSignInIsNotTheOneAfterIt() {
        TestBrowser attacker = new TestBrowser(DESK.node());
        attacker.signIn(APP, "ou_mei");
        String planted = attacker.cookies().get("session-cli_harbour");
        browser.cookies().put("session-cli_harbour", planted);

        browser.signIn(APP, "ou_daniel");

        assertThat(browser.cookies().get("session-cli_harbour")).isNotEqualTo(planted);
        assertThat(attacker.get(PAGE).status()).isEqualTo(303);
    }

    @Test
    void severalTabsSignInAtOnce() {
        URI one = browser.beginSignIn(APP, PAGE + "?code=1");
        URI other = browser.beginSignIn(APP, PAGE + "?code=2");

        assertThat(browser.get(TestBrowser.consent(other, "ou_daniel")).location())
                .isEqualTo(PAGE + "?code=2");
        assertThat(browser.get(TestBrowser.consent(one, "ou_daniel")).location())
                .isEqualTo(PAGE + "?code=1");
    }

    @Test
    void anAppsSessionOpensNoOtherApp() {
        browser.signIn(APP, "ou_daniel");
        browser.cookies().put("session-cli_meridian", browser.cookies().get("session-cli_harbour"));

        Answer page = browser.get("/lark/cli_meridian/person/inviteToGroup");
        Answer fragment = browser.get("/lark/cli_meridian/person/inviteToGroup", "X-Fragment", "1");

        assertThat(page.status()).isEqualTo(303);
        assertThat(page.location()).startsWith("/thirdparty/lark/cli_meridian/login");
        assertThat(fragment.status()).isEqualTo(401);
    }

    @Test
    void oneBrowserCanBeSignedInToTwoApps() {
        browser.signIn(APP, "ou_daniel");
        browser.signIn("cli_alder", "ou_sofia");

        assertThat(browser.get(PAGE).status()).isEqualTo(404);
        assertThat(browser.get("/lark/cli_alder/person/inviteToGroup").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "//evil.example",
                "https://evil.example/lark/cli_harbour/workbench",
                "/\\evil.example",
                "/lark/cli_harbour/..//evil.example",
                "/lark/cli_harbour/%2e%2e/evil",
                "/lark/cli_meridian/workbench",
                "/lark/cli_harbour/x\r\nSet-Cookie: a=b",
                "javascript:alert(1)",
                ""
            })
    void whoWantsToGoElsewhereEndsAtTheWorkbench(String next) {
        Answer back = browser.signIn(APP, "ou_daniel", next);

        assertThat(back.location()).isEqualTo("/lark/cli_harbour/workbench");
    }

    @Test
    void theAppItselfLeadsToItsWorkbench() {
        assertThat(browser.get("/lark/cli_harbour").location()).isEqualTo("/lark/cli_harbour/workbench");
    }

    @Test
    void aSignInEndsOnce() {
        String back = TestBrowser.consent(browser.beginSignIn(APP, PAGE), "ou_daniel");
        Map<String, String> before = Map.copyOf(browser.cookies());
        browser.get(back);

        TestBrowser copy = new TestBrowser(DESK.node());
        copy.cookies().putAll(before);
        Answer again = copy.get(back);

        assertThat(again.status()).isEqualTo(400);
        assertThat(again.title()).isEqualTo("That took too long");
        assertThat(copy.cookies()).isEmpty();
    }
}
