package io.larkdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SignInTest {

    private static final String TOKEN = "/open-apis/authen/v2/oauth/token";
    private static final String VERIFIER = "a-verifier-of-more-than-forty-three-characters-long";

    private final Sandbox sandbox = Sandbox.withApp();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void chosenPersonIsAnsweredAtOnceWithCodeAndState() {
        Answer answer = sandbox.authorize("&state=a%20b%26c&sandbox_open_id=ou_ann");
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location"))
                .matches(Pattern.quote(Sandbox.CALLBACK) + "\\?code=[A-Za-z0-9_-]{64}&state=a%20b%26c");
    }

    @Test
    void pageOffersThePeopleOfTheAppAndDenying() {
        sandbox.person("ou_eve", "<script>Eve</script>");
        Answer page = sandbox.authorize("&state=s");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "name=\"sandbox_open_id\" value=\"ou_ann\"",
                        "name=\"sandbox_deny\"",
                        "name=\"state\" value=\"s\"")
                .contains("&lt;script&gt;Eve")
                .doesNotContain("<script>Eve");

        Answer denied = sandbox.authorize("&state=s&sandbox_deny=1");
        assertThat(denied.header("Location")).isEqualTo(Sandbox.CALLBACK + "?error=access_denied&state=s");
    }

    @Test
    void queryOfTheRedirectUrlIsKeptAndItsFragmentComesLast() {
        String redirect = Sandbox.CALLBACK + "?a=1#part";
        Answer answer = sandbox.get("/open-apis/authen/v1/authorize?client_id=" + sandbox.app + "&redirect_uri="
                + Sandbox.encode(redirect) + "&sandbox_open_id=ou_ann");
        assertThat(answer.header("Location"))
                .startsWith(Sandbox.CALLBACK + "?a=1&code=")
                .endsWith("#part");
    }

    @Test
    void redirectUrlOutsideTheListGetsAnErrorPage() {
        for (String url :
                new String[] {"https://evil.example/", Sandbox.CALLBACK + "/more", "javascript:alert(1)", ""}) {
            Answer answer = sandbox.get("/open-apis/authen/v1/authorize?client_id=" + sandbox.app + "&redirect_uri="
                    + Sandbox.encode(url) + "&sandbox_open_id=ou_ann");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.header("Location")).isEmpty();
            assertThat(answer.body()).contains("20029");
        }
    }

    @Test
    void unknownAppUngrantedScopeAndUnknownPersonGetErrorPages() {
        assertThat(sandbox.get("/open-apis/authen/v1/authorize?client_id=cli_none")
                        .body())
                .contains("20048");
        assertThat(sandbox.authorize("&scope=contact:user.email:readonly&sandbox_open_id=ou_ann")
                        .body())
                .contains("20027");
        assertThat(sandbox.authorize("&sandbox_open_id=ou_nobody").body()).contains("20008");
        sandbox.app(settings -> settings.put("enabled", false));
        assertThat(sandbox.authorize("&sandbox_open_id=ou_ann").body()).contains("20069");
    }

    @Test
    void codeIsExchangedOnceForATokenThatTellsWhoItIs() {
        String exchange = sandbox.exchange(sandbox.codeOf("ou_ann"));
        Answer token = sandbox.control(TOKEN, exchange);
        assertThat(token.status()).isEqualTo(200);
        assertThat(token.json().path("code").isInt()).isTrue();
        assertThat(token.code()).isZero();
        assertThat(token.json().path("token_type").asText()).isEqualTo("Bearer");
        assertThat(token.json().path("expires_in").asInt()).isEqualTo(7200);
        String access = token.json().path("access_token").asText();
        assertThat(access.length()).isBetween(1000, 4096);

        Answer info = sandbox.call("GET", "/authen/v1/user_info", "", access);
        assertThat(info.code()).isZero();
        assertThat(info.data().path("open_id").asText()).isEqualTo("ou_ann");
        assertThat(info.data().path("name").asText()).isEqualTo("Ann");
        assertThat(info.data().path("tenant_key").asText()).isNotEmpty();
        assertThat(info.data().has("email")).isFalse();
        assertThat(sandbox.get(info.data()
                                .path("avatar_url")
                                .asText()
                                .substring(sandbox.baseUrl().length()))
                        .header("Content-Type"))
                .startsWith("image/svg+xml");

        Answer again = sandbox.control(TOKEN, exchange);
        assertThat(again.status()).isEqualTo(400);
        assertThat(again.code()).isEqualTo(20065);
        assertThat(again.json().path("error").asText()).isEqualTo("invalid_grant");
        assertThat(again.json().path("error_description").asText()).isNotEmpty();
    }

    @Test
    void codeIsValidForFiveMinutes() {
        String inTime = sandbox.codeOf("ou_ann");
        sandbox.clock.advance(Duration.ofMinutes(5).minusMillis(1));
        assertThat(sandbox.control(TOKEN, sandbox.exchange(inTime)).code()).isZero();

        String late = sandbox.codeOf("ou_ann");
        sandbox.clock.advance(Duration.ofMinutes(5));
        assertThat(sandbox.control(TOKEN, sandbox.exchange(late)).code()).isEqualTo(20004);
    }

    @Test
    void formIsAcceptedAsWellAsJson() {
        String form = "grant_type=authorization_code&client_id=" + sandbox.app + "&client_secret=secret&code="
                + sandbox.codeOf("ou_ann") + "&redirect_uri=" + Sandbox.encode(Sandbox.CALLBACK);
        Answer answer = sandbox.send(sandbox.request(TOKEN)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        assertThat(answer.code()).isZero();
    }

    @Test
    void eachMistakeOfTheExchangeHasItsNumber() throws IOException {
        assertThat(refused(body -> body.put("client_secret", "wrong"))).isEqualTo(20002);
        assertThat(refused(body -> body.remove("client_secret"))).isEqualTo(20001);
        assertThat(refused(body -> body.put("code", "unknown"))).isEqualTo(20003);
        assertThat(refused(body -> body.put("client_id", "cli_none"))).isEqualTo(20048);
        assertThat(refused(body -> body.put("grant_type", "password"))).isEqualTo(20036);
        assertThat(refused(body -> body.put("redirect_uri", Sandbox.CALLBACK + "?x=1")))
                .isEqualTo(20071);
        assertThat(refused(body -> body.remove("redirect_uri"))).isEqualTo(20071);
        assertThat(sandbox.control(TOKEN, "no json").code()).isEqualTo(20063);

        sandbox.app("cli_other", settings -> {});
        assertThat(refused(body -> body.put("client_id", "cli_other"))).isEqualTo(20024);

        Answer twice = sandbox.send(Sandbox.json(
                sandbox.request(TOKEN).header("Authorization", "Basic eDp5"), "POST", sandbox.exchange("x")));
        assertThat(twice.code()).isEqualTo(20070);
    }

    private int refused(Sandbox.Settings change) throws IOException {
        Answer answer = sandbox.token(change, sandbox.codeOf("ou_ann"));
        assertThat(answer.status()).isEqualTo(400);
        return answer.code();
    }

    @Test
    void proofKeyMustFitItsChallenge() throws IOException, NoSuchAlgorithmException {
        String challenge = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
        String hashed = "&code_challenge_method=S256&code_challenge=" + challenge;
        assertThat(exchanged(hashed, VERIFIER)).isZero();
        assertThat(exchanged(hashed, VERIFIER + "x")).isEqualTo(20049);
        assertThat(exchanged(hashed, "")).isEqualTo(20049);
        assertThat(exchanged("&code_challenge=" + VERIFIER, VERIFIER)).isZero();
        assertThat(exchanged("&code_challenge_method=plain&code_challenge=" + VERIFIER, VERIFIER + "x"))
                .isEqualTo(20049);
        assertThat(sandbox.authorize("&code_challenge_method=S512&code_challenge=x")
                        .status())
                .isEqualTo(400);
    }

    private int exchanged(String challenge, String verifier) throws IOException {
        String code = Sandbox.codeIn(sandbox.authorize(challenge + "&sandbox_open_id=ou_ann"));
        return sandbox.token(body -> body.put("code_verifier", verifier), code).code();
    }

    @Test
    void personOutsideTheAvailabilityRangeIsRefusedAtTheExchange() {
        sandbox.app(settings -> settings.putArray("available_to").add("ou_bob"));
        assertThat(sandbox.control(TOKEN, sandbox.exchange(sandbox.codeOf("ou_ann")))
                        .code())
                .isEqualTo(20010);
        assertThat(sandbox.control(TOKEN, sandbox.exchange(sandbox.codeOf("ou_bob")))
                        .code())
                .isZero();
    }

    @Test
    void resignedOrFrozenPersonNeitherSignsInNorIsShown() {
        String token = sandbox.userToken("ou_ann");
        sandbox.person("ou_ann", "Ann", person -> person.put("resigned", true));
        Answer info = sandbox.call("GET", "/authen/v1/user_info", "", token);
        assertThat(info.status()).isEqualTo(200);
        assertThat(info.code()).isEqualTo(20021);
        assertThat(sandbox.control(TOKEN, sandbox.exchange(sandbox.codeOf("ou_ann")))
                        .code())
                .isEqualTo(20066);
        sandbox.person("ou_ann", "Ann", person -> person.put("resigned", false).put("frozen", true));
        assertThat(sandbox.call("GET", "/authen/v1/user_info", "", token).code())
                .isEqualTo(20022);
    }

    @Test
    void codeOfTheAnswerIsTextWhereTheAppIsSetSo() throws IOException {
        sandbox.app(settings -> settings.put("oauth_code", "string"));
        Answer good = sandbox.control(TOKEN, sandbox.exchange(sandbox.codeOf("ou_ann")));
        assertThat(good.json().path("code").textValue()).isEqualTo("0");
        Answer bad = sandbox.token(body -> body.put("code", "x"), "x");
        assertThat(bad.json().path("code").textValue()).isEqualTo("20003");
    }

    @Test
    void userInfoShowsMoreToAnAppWithTheScopes() {
        sandbox.person("ou_ann", "Ann", person -> person.put("email", "ann@acme.example")
                .put("mobile", "+4100"));
        sandbox.app(settings -> settings.putArray("scopes")
                .add("contact:user.email:readonly")
                .add("contact:user.employee_id:readonly"));
        Answer info = sandbox.call("GET", "/authen/v1/user_info", "", sandbox.userToken("ou_ann"));
        assertThat(info.data().path("email").asText()).isEqualTo("ann@acme.example");
        assertThat(info.data().path("user_id").asText()).isNotEmpty();
        assertThat(info.data().has("mobile")).isFalse();
    }

    @Test
    void badUserTokensAreToldApart() {
        assertThat(sandbox.get("/open-apis/authen/v1/user_info").code()).isEqualTo(99991661);
        assertThat(sandbox.call("GET", "/authen/v1/user_info", "", "nonsense").code())
                .isEqualTo(99991671);
        Answer unknown = sandbox.call("GET", "/authen/v1/user_info", "", "u-unknown");
        assertThat(unknown.status()).isEqualTo(200);
        assertThat(unknown.code()).isEqualTo(20005);
        assertThat(sandbox.call("GET", "/authen/v1/user_info", "", sandbox.tenantToken())
                        .code())
                .isEqualTo(99991663);
        String token = sandbox.userToken("ou_ann");
        sandbox.clock.advance(Duration.ofHours(2));
        assertThat(sandbox.call("GET", "/authen/v1/user_info", "", token).code())
                .isEqualTo(99991677);
    }

    @Test
    void browserThatIsAPersonByCookieIsAnsweredAtOnce() {
        Answer be = sandbox.get("/sandbox/open?open_id=ou_bob&stay=1");
        String cookie = be.header("Set-Cookie").replaceFirst(";.*", "");
        String path = "/open-apis/authen/v1/authorize?client_id=" + sandbox.app + "&redirect_uri="
                + Sandbox.encode(Sandbox.CALLBACK);
        Answer known = sandbox.send(sandbox.request(path).header("Cookie", "other=1; " + cookie));
        assertThat(known.status()).isEqualTo(302);
        assertThat(sandbox.control(TOKEN, sandbox.exchange(Sandbox.codeIn(known)))
                        .code())
                .isZero();

        Answer stale = sandbox.send(sandbox.request(path).header("Cookie", cookie.replace("ou_bob", "ou_gone")));
        assertThat(stale.status()).isEqualTo(200);
    }
}
