package io.larkdesk.lark.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.lark.CodeExchange;
import io.larkdesk.lark.LarkError.Kind;
import io.larkdesk.lark.UserInfo;
import io.larkdesk.lark.UserToken;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInIT {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"number", "string"})
    void aCodeLeadsToThePersonWhateverTheTypeOfLarksCode(String type) {
        bench.app(settings -> settings.put("oauth_code", type));

        UserInfo ann = Results.value(bench.userInfo(bench.tokenOfAnn()));

        assertThat(ann.openId()).isEqualTo(Samples.ANN);
        assertThat(ann.name()).isEqualTo("Ann");
        assertThat(ann.enName()).isEqualTo("Ann Example");
        assertThat(ann.unionId()).startsWith("on_");
        assertThat(ann.avatarThumb()).startsWith("http");
        assertThat(ann.tenantKey()).isEqualTo(Results.value(bench.queryTenant()).tenantKey());
        assertThat(bench.heard.events()).startsWith("CODE_EXCHANGE SUCCESS", "USER_INFO SUCCESS");
    }

    @Test
    void signingInCostsNoCall() {
        Results.value(bench.userInfo(bench.tokenOfAnn()));

        assertThat(bench.meter.counts()).startsWith("0 taken");
        assertThat(bench.counted()).isZero();
    }

    @Test
    void aCodeWorksOnceAndForFiveMinutes() {
        String code = bench.codeOf("ou_ann");
        Results.value(bench.exchange(code));
        assertThat(Results.error(bench.exchange(code))).satisfies(error -> {
            assertThat(error.kind()).isEqualTo(Kind.CODE_STALE);
            assertThat(error.code()).isEqualTo(20065);
            assertThat(error.requestId()).isNotEmpty();
        });
        assertThat(Results.kind(bench.exchange("no-such-code"))).isEqualTo(Kind.CODE_STALE);

        String old = bench.codeOf("ou_ann");
        bench.advance(Duration.ofMinutes(6));
        assertThat(Results.kind(bench.exchange(old))).isEqualTo(Kind.CODE_STALE);
    }

    @Test
    void aCodeOfAnotherBrowserIsStale() {
        CodeExchange foreign = new CodeExchange(bench.codeOf("ou_ann"), Samples.CALLBACK, "x".repeat(43));

        assertThat(Results.kind(bench.lark.exchangeCode(Samples.APP, foreign, Samples.SOON)))
                .isEqualTo(Kind.CODE_STALE);
    }

    @Test
    void anotherCallbackIsOurMistake() {
        CodeExchange elsewhere =
                new CodeExchange(bench.codeOf("ou_ann"), URI.create("https://desk.example.com/x"), Samples.VERIFIER);

        assertThat(Results.kind(bench.lark.exchangeCode(Samples.APP, elsewhere, Samples.SOON)))
                .isEqualTo(Kind.INVALID_REQUEST);
    }

    @Test
    void secretAndBrandMustBeTheApps() {
        CodeExchange exchange = Samples.exchange(bench.codeOf("ou_ann"));

        assertThat(Results.kind(
                        bench.lark.exchangeCode(Samples.app(Brand.LARK, "another-secret"), exchange, Samples.SOON)))
                .isEqualTo(Kind.CREDENTIALS_INVALID);
        assertThat(Results.kind(
                        bench.lark.exchangeCode(Samples.app(Brand.FEISHU, Samples.SECRET), exchange, Samples.SOON)))
                .isEqualTo(Kind.CREDENTIALS_INVALID);
    }

    @Test
    void aDisabledAppSignsNobodyIn() {
        String code = bench.codeOf("ou_ann");
        bench.app(settings -> settings.put("enabled", false));

        assertThat(Results.kind(bench.exchange(code))).isEqualTo(Kind.APP_DISABLED);
    }

    @Test
    void aPersonOutsideTheAvailabilityRangeIsNotAvailable() {
        bench.app(settings -> settings.putArray("available_to").add("ou_somebody"));

        assertThat(Results.kind(bench.exchange(bench.codeOf("ou_ann")))).isEqualTo(Kind.PERSON_NOT_AVAILABLE);
    }

    @ParameterizedTest
    @CsvSource({"resigned, 20021", "frozen, 20022"})
    void aPersonWhoIsGoneIsInactive(String how, int code) {
        UserToken token = bench.tokenOfAnn();
        bench.person("ou_ann", person -> person.put(how, true));

        assertThat(Results.error(bench.userInfo(token))).satisfies(error -> {
            assertThat(error.kind()).isEqualTo(Kind.PERSON_INACTIVE);
            assertThat(error.code()).isEqualTo(code);
        });
    }

    @Test
    void aTokenThatHasExpiredIsOfNoUse() {
        UserToken token = bench.tokenOfAnn();
        bench.advance(Duration.ofHours(3));

        assertThat(Results.kind(bench.userInfo(token))).isEqualTo(Kind.PERSON_INACTIVE);
        assertThat(Results.kind(bench.userInfo(new UserToken("u-forged")))).isEqualTo(Kind.PERSON_INACTIVE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "Zürich", "a b"})
    void whatCannotBeATokenIsNotSent(String token) {
        assertThat(Results.kind(bench.userInfo(new UserToken(token)))).isEqualTo(Kind.INVALID_REQUEST);
        assertThat(bench.calls(Bench.USER_INFO_PATH)).isZero();
    }

    @Test
    void aCodeIsNotTriedTwiceWhenItsAnswerIsLost() {
        String code = bench.codeOf("ou_ann");
        bench.fault(Bench.EXCHANGE_PATH, fault -> fault.put("drop", "after"));

        assertThat(Results.unknown(bench.exchange(code))).contains("lost");
        assertThat(bench.calls(Bench.EXCHANGE_PATH)).isEqualTo(1);
    }

    @Test
    void whoItIsIsAskedAgainWhenTheConnectionIsLost() {
        UserToken token = bench.tokenOfAnn();
        bench.fault(Bench.USER_INFO_PATH, fault -> fault.put("drop", "before"));

        assertThat(Results.value(bench.userInfo(token)).openId()).isEqualTo(new OpenId("ou_ann"));

        bench.fault(Bench.USER_INFO_PATH, fault -> fault.put("drop", "before").put("times", 2));
        assertThat(Results.unknown(bench.userInfo(token))).contains("lost");
    }

    @Test
    void serversThatFailAreTold() {
        bench.code(Bench.EXCHANGE_PATH, 20050);
        assertThat(Results.kind(bench.exchange("any-code"))).isEqualTo(Kind.SERVER_ERROR);

        bench.fault(Bench.EXCHANGE_PATH, fault -> fault.put("status", 503).put("malformed", "html"));
        assertThat(Results.unknown(bench.exchange("any-code"))).startsWith("HTTP 503");
    }
}
