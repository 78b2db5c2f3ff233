package io.larkdesk.lark;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.person.PersonName;
import io.larkdesk.core.person.Profile;
import io.larkdesk.core.person.SignIn;
import io.larkdesk.core.person.SignIn.Why;
import io.larkdesk.core.person.UnionId;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LarkSignInTest {

    private static final URI CALLBACK =
            URI.create("https://desk.example.com/thirdparty/lark/cli_a8f3d0c21e79500d/oauth2/callback");
    private final ScriptedLark lark = new ScriptedLark();
    private final LarkSignIn signIn = new LarkSignIn(lark, LarkHosts::of, Duration.ofSeconds(5));

    @Test
    void authorizePageAsksForNoScope() {
        assertThat(signIn.authorizePage(Samples.APP, CALLBACK, "a b&c", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"))
                .hasToString("https://accounts.larksuite.com/open-apis/authen/v1/authorize?response_type=code"
                        + "&client_id=cli_a8f3d0c21e79500d"
                        + "&redirect_uri=https%3A%2F%2Fdesk.example.com%2Fthirdparty%2Flark%2Fcli_a8f3d0c21e79500d"
                        + "%2Foauth2%2Fcallback&state=a+b%26c"
                        + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM&code_challenge_method=S256");
    }

    @Test
    void identifiesThePersonBehindTheCode() {
        lark.user = user("李娜", "Li Na", "https://p.example.com/72.png");

        assertThat(identify())
                .isEqualTo(new SignIn.Identified(new Profile(
                        new OpenId("ou_1"),
                        "tk_1",
                        PersonName.of("李娜"),
                        Optional.of(PersonName.of("Li Na")),
                        Optional.of(URI.create("https://p.example.com/72.png")),
                        Optional.of(new UnionId("on_1")))));
        assertThat(lark.exchanged).containsExactly(new CodeExchange("the-code", CALLBACK, "the-verifier"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "http://p.example.com/72.png", "javascript:alert(1)", "https:///x", "not an address", "//p"})
    void picturesComeOverHttpsOnly(String address) {
        lark.user = user("Li", "", address);

        Profile profile = ((SignIn.Identified) identify()).profile();
        assertThat(profile.avatar()).isEmpty();
        assertThat(profile.latinName()).isEmpty();
    }

    @Test
    void aMissingNameIsTheLatinOne() {
        lark.user = user(" ", "Li Na", "");

        assertThat(((SignIn.Identified) identify()).profile().name()).hasToString("Li Na");
    }

    @ParameterizedTest
    @CsvSource({
        "CODE_STALE, STALE",
        "PERSON_NOT_AVAILABLE, NOT_AVAILABLE_TO_PERSON",
        "PERSON_INACTIVE, NOT_AVAILABLE_TO_PERSON",
        "CREDENTIALS_INVALID, APP_MISCONFIGURED",
        "APP_DISABLED, APP_MISCONFIGURED",
        "SERVER_ERROR, UNREACHABLE",
        "RATE_LIMITED, UNREACHABLE",
        "NOT_SENT, UNREACHABLE",
        "UNRECOGNISED, UNREACHABLE"
    })
    void refusalsSayWhatThePersonCanDo(LarkError.Kind kind, Why why) {
        lark.token = ScriptedLark.failing(kind);
        assertThat(identify()).isEqualTo(new SignIn.Refused(why, kind + ", code 4711, request log-1"));

        lark.token = new LarkResult.Success<>(new UserToken("u-1"));
        lark.user = ScriptedLark.failing(kind);
        assertThat(identify()).isEqualTo(new SignIn.Refused(why, kind + ", code 4711, request log-1"));
    }

    @Test
    void noAnswerIsUnreachable() {
        lark.token = new LarkResult.Unknown<>("timeout");

        assertThat(identify()).isEqualTo(new SignIn.Refused(Why.UNREACHABLE, "timeout"));
    }

    @Test
    void aBlankCodeIsStaleWithoutACall() {
        assertThat(signIn.identify(Samples.APP, CALLBACK, " ", "v")).isInstanceOf(SignIn.Refused.class);
        assertThat(lark.exchanged).isEmpty();
    }

    private SignIn.Answer identify() {
        return signIn.identify(Samples.APP, CALLBACK, "the-code", "the-verifier");
    }

    private static LarkResult<UserInfo> user(String name, String enName, String avatar) {
        return new LarkResult.Success<>(new UserInfo(new OpenId("ou_1"), "tk_1", name, enName, avatar, "on_1"));
    }
}
