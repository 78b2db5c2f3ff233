package io.larkdesk.lark.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.lark.CardMessage;
import io.larkdesk.lark.LarkError;
import io.larkdesk.lark.LarkError.Kind;
import io.larkdesk.lark.http.HttpLark.Api;
import java.io.IOException;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers that no Lark would give, but whatever stands on the way to it. */
class AnswersIT {

    private final FakeLark fake = new FakeLark();

    @AfterEach
    void close() {
        fake.close();
    }

    @Test
    void requestsAreWrittenAsLarkReadsThem() throws IOException {
        CardMessage message = Samples.toAnn();
        Results.value(fake.lark.sendCard(Samples.APP, message, CallPurpose.REMINDER, Samples.SOON));

        RecordedRequest token = fake.requests.get(0);
        assertThat(token.getRequestLine()).isEqualTo("POST " + Api.APP_TOKEN.path() + " HTTP/1.1");
        assertThat(token.getHeaders().get("Authorization")).isNull();
        assertThat(body(token))
                .isEqualTo(Json.object().put("app_id", "cli_test").put("app_secret", Samples.SECRET));
        RecordedRequest send = fake.requests.get(1);
        assertThat(send.getRequestLine()).isEqualTo("POST /open-apis/im/v1/messages?receive_id_type=open_id HTTP/1.1");
        assertThat(send.getHeaders().get("Authorization")).isEqualTo("Bearer " + FakeLark.TOKEN);
        assertThat(send.getHeaders().get("Content-Type")).isEqualTo("application/json; charset=utf-8");
        assertThat(body(send))
                .isEqualTo(Json.object()
                        .put("receive_id", "ou_ann")
                        .put("msg_type", "interactive")
                        .put("content", CardJson.of(Samples.CARD).toString())
                        .put("uuid", message.uuid().toString()));
    }

    @Test
    void theCodeIsExchangedWithItsVerifier() throws IOException {
        fake.answer(FakeLark.json("{\"code\":\"0\",\"access_token\":\"u-1\"}"));
        Results.value(fake.exchange());

        assertThat(body(fake.requests.get(0)))
                .isEqualTo(Json.object()
                        .put("grant_type", "authorization_code")
                        .put("client_id", "cli_test")
                        .put("client_secret", Samples.SECRET)
                        .put("code", "s3cr3t-canary-code")
                        .put("redirect_uri", Samples.CALLBACK.toString())
                        .put("code_verifier", Samples.VERIFIER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":0}",
                "{\"code\":0,\"data\":null}",
                "{\"code\":0,\"data\":{\"message_id\":7}}",
                "{\"code\":0,\"data\":{\"message_id\":\"\"}}",
                "{\"code\":0.5,\"data\":{\"message_id\":\"om_1\"}}",
                "{\"code\":null,\"data\":{\"message_id\":\"om_1\"}}",
                "{\"code\":\"ok\",\"data\":{\"message_id\":\"om_1\"}}",
                "{\"code\":99999999999999}",
                "[{\"code\":0}]",
                "true",
                "{\"code\":0",
                " "
            })
    void aSuccessThatCannotBeReadIsUnknown(String body) {
        fake.answer(FakeLark.json(body));

        assertThat(Results.unknown(fake.send())).startsWith("HTTP 200: ");
        assertThat(fake.meter.counts()).isEqualTo("1 taken, 0 given back, 0 exhausted");
    }

    @Test
    void deepNestingIsNotRead() {
        fake.answer(FakeLark.json("[".repeat(100_000)));

        Results.unknown(fake.send());
    }

    @Test
    void aPersonWithoutAProperIdIsUnknown() {
        fake.answer(FakeLark.json("{\"code\":0,\"data\":{\"open_id\":\"<b>\",\"tenant_key\":\"k\"}}"));
        assertThat(Results.unknown(fake.userInfo())).doesNotContain("<b>");

        fake.answer(FakeLark.json("{\"code\":0,\"data\":{\"open_id\":\"ou_1\",\"tenant_key\":\"\"}}"));
        Results.unknown(fake.userInfo());

        fake.answer(FakeLark.json("{\"code\":0,\"data\":{\"open_id\":\"ou_1\",\"tenant_key\":\"k\",\"name\":null}}"));
        assertThat(Results.value(fake.userInfo()).name()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"code\":0,\"expire\":7200}",
                "{\"code\":0,\"tenant_access_token\":\"t-1\"}",
                "{\"code\":0,\"tenant_access_token\":\"t-1\",\"expire\":0}",
                "{\"code\":0,\"tenant_access_token\":\"t-1\\nX-Evil: 1\",\"expire\":7200}",
                "{\"code\":0,\"tenant_access_token\":\"\",\"expire\":7200}"
            })
    void aTokenThatCannotBeUsedIsNone(String body) {
        fake.tokenAnswer = FakeLark.json(body);

        assertThat(Results.kind(fake.send())).isEqualTo(Kind.NOT_SENT);
        assertThat(fake.meter.counts()).startsWith("0 taken");
    }

    @Test
    void aTokenThatLivesShortlyIsUsedOnce() {
        fake.tokenAnswer = FakeLark.json("{\"code\":0,\"tenant_access_token\":\"t-1\",\"expire\":30}");

        Results.value(fake.send());
        Results.value(fake.send());

        assertThat(fake.arrived(Api.APP_TOKEN)).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"301, 0", "302, 0", "307, 0", "308, 0", "400, 1", "401, 1", "403, 1", "404, 1", "413, 1"})
    void aStrangersRefusalIsFinalAndNotFollowed(int status, int givenBack) {
        fake.answer(FakeLark.status(
                status, "Location: " + fake.address() + "/elsewhere", "WWW-Authenticate: Basic realm=\"x\""));

        LarkError error = Results.error(fake.send());

        assertThat(error.kind()).isEqualTo(Kind.UNRECOGNISED);
        assertThat(error.code()).isZero();
        assertThat(error.message()).isEqualTo("HTTP " + status);
        assertThat(fake.requests).hasSize(2);
        assertThat(fake.meter.counts()).isEqualTo("1 taken, " + givenBack + " given back, 0 exhausted");
    }

    @ParameterizedTest
    @CsvSource({"408, 0", "500, 0", "503, 0", "503, 1", "503, 99999999999", "504, 0"})
    void whatMayBeDoneIsNotRepeated(int status, String retryAfter) {
        fake.answer(FakeLark.status(status, "Retry-After: " + retryAfter));
        Results.unknown(fake.send());
        fake.answer(FakeLark.status(status, "Retry-After: " + retryAfter));
        Results.unknown(fake.queryTenant());

        assertThat(fake.requests).hasSize(3);
        assertThat(fake.meter.counts()).isEqualTo("2 taken, 0 given back, 0 exhausted");
    }

    @Test
    void anAnswerWithoutEndIsNotRead() {
        fake.answer(FakeLark.json(" ".repeat(Answer.LARGEST_BODY + 1)));
        assertThat(Results.unknown(fake.send())).isEqualTo("HTTP 200 with an endless answer");

        fake.answer(FakeLark.json(FakeLark.SENT + " ".repeat(Answer.LARGEST_BODY - FakeLark.SENT.length())));
        Results.value(fake.send());
    }

    @Test
    void anAnswerThatGrowsWhenUnpackedIsNotRead() throws IOException {
        Buffer packed = new Buffer();
        try (GzipSink gzip = new GzipSink(packed)) {
            Buffer zeros = new Buffer().writeUtf8(" ".repeat(50 * Answer.LARGEST_BODY));
            gzip.write(zeros, zeros.size());
        }
        fake.answer(new MockResponse.Builder()
                .addHeader("Content-Encoding: gzip")
                .body(packed)
                .build());

        assertThat(Results.unknown(fake.send())).isEqualTo("HTTP 200 with an endless answer");
    }

    @Test
    void anAnswerThatBreaksOffIsUnknown() {
        fake.answer(FakeLark.json(FakeLark.SENT)
                .newBuilder()
                .setHeader("Content-Length", "1000")
                .onResponseEnd(new SocketEffect.CloseSocket())
                .build());

        assertThat(Results.unknown(fake.send())).isEqualTo("the connection was lost (ProtocolException)");
    }

    @Test
    void aRequestIdIsKeptWithoutWhatCannotBeSeen() {
        fake.answer(new MockResponse.Builder()
                .code(400)
                .addHeaderLenient("X-Tt-Logid", "log\u00e9 1" + "x".repeat(200))
                .body("{\"code\":230001,\"msg\":\"one\\ntwo" + "y".repeat(1000) + "\"}")
                .build());

        LarkError error = Results.error(fake.send());

        assertThat(error.requestId()).startsWith("log1xxx").hasSize(128);
        assertThat(error.message()).startsWith("one twoyyy").hasSize(501);
    }

    @Test
    void theSecondBestRequestIdIsHttps() {
        fake.answer(FakeLark.status(404, "X-Request-Id: r-1"));

        assertThat(Results.error(fake.send()).requestId()).isEqualTo("r-1");
    }

    private static JsonNode body(RecordedRequest request) throws IOException {
        return Json.MAPPER.readTree(request.getBody().utf8());
    }
}
