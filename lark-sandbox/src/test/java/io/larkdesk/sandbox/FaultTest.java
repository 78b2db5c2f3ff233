package io.larkdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FaultTest {

    private static final String TENANT = "/tenant/v2/tenant/query";

    private final Sandbox sandbox = Sandbox.withApp();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Answer query() {
        return sandbox.call("GET", TENANT, "");
    }

    private JsonNode messages() {
        return sandbox.get("/sandbox/messages").json().path("messages");
    }

    @Test
    void callsAreRefusedAsManyTimesAsAsked() {
        assertThat(sandbox.fault("{\"path\":\"/open-apis/tenant\",\"times\":2,\"status\":503}")
                        .status())
                .isEqualTo(200);
        assertThat(query().status()).isEqualTo(503);
        assertThat(query().code()).isEqualTo(5000);
        assertThat(query().code()).isZero();
    }

    @Test
    void oneOfSoManyCallsIsRefused() {
        sandbox.fault("{\"path\":\"/open-apis/tenant\",\"times\":2,\"every\":3,\"status\":503}");
        sandbox.fault("{\"path\":\"/open-apis/tenant\",\"every\":2,\"status\":500}");

        assertThat(Stream.generate(this::query).limit(7).map(Answer::status))
                .containsExactly(200, 500, 503, 200, 200, 503, 200);
    }

    @Test
    void codeHeadersAndStatusAreThoseAskedFor() {
        sandbox.fault("{\"path\":\"/open-apis/im\",\"code\":99991400,\"headers\":{\"x-ogw-ratelimit-reset\":\"7\"}}");
        Answer limited = sandbox.sendCard("ou_ann", Sandbox.CARD);
        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.code()).isEqualTo(99991400);
        assertThat(limited.header("x-ogw-ratelimit-reset")).isEqualTo("7");
        assertThat(limited.header("x-ogw-ratelimit-limit")).isEqualTo("50");
        sandbox.fault("{\"path\":\"/open-apis/im\",\"status\":200,\"code\":230020}");
        Answer odd = sandbox.sendCard("ou_ann", Sandbox.CARD);
        assertThat(odd.status()).isEqualTo(200);
        assertThat(odd.code()).isEqualTo(230020);
        assertThat(messages()).isEmpty();
    }

    @Test
    void faultConcernsItsPathAndItsAppOnly() {
        sandbox.app("cli_other", settings -> {});
        sandbox.fault("{\"path\":\"/open-apis/tenant/v2/tenant/query\",\"app_id\":\"cli_other\",\"status\":500}");
        assertThat(query().code()).isZero();
        assertThat(sandbox.call("GET", TENANT, "", sandbox.token("cli_other")).status())
                .isEqualTo(500);

        sandbox.fault("{\"path\":\"/open-apis/im/v1/messages/*\",\"status\":500}");
        Answer sent = sandbox.sendCard("ou_ann", Sandbox.CARD);
        assertThat(sent.code()).isZero();
        String patched = "/im/v1/messages/" + sent.data().path("message_id").asText();
        assertThat(sandbox.call("PATCH", patched, body -> body.put("content", Sandbox.CARD))
                        .status())
                .isEqualTo(500);
    }

    @Test
    void tokenAndAuthorizeCallsHaveFaultsToo() {
        sandbox.fault("{\"path\":\"/open-apis/auth/v3/*\",\"app_id\":\"" + sandbox.app + "\",\"code\":10014}");
        Answer token = sandbox.control(
                "/open-apis/auth/v3/tenant_access_token/internal", Sandbox.credentials(sandbox.app, "secret"));
        assertThat(token.status()).isEqualTo(200);
        assertThat(token.code()).isEqualTo(10014);
        sandbox.fault("{\"path\":\"/open-apis/authen/v2/oauth/token\",\"app_id\":\"" + sandbox.app
                + "\",\"status\":503,\"code\":20072}");
        Answer exchange =
                sandbox.control("/open-apis/authen/v2/oauth/token", sandbox.exchange(sandbox.codeOf("ou_ann")));
        assertThat(exchange.status()).isEqualTo(503);
        assertThat(exchange.code()).isEqualTo(20072);
    }

    @Test
    void connectionLostBeforeLeavesNothingDone() {
        String token = sandbox.tenantToken();
        sandbox.fault("{\"path\":\"/open-apis/im\",\"drop\":\"before\",\"times\":5}");
        assertThatThrownBy(() -> send(token, "u")).isInstanceOf(IOException.class);
        assertThat(messages()).isEmpty();
    }

    @Test
    void connectionLostAfterHasItDoneAndTheRepeatedUuidFindsIt() throws IOException {
        String token = sandbox.tenantToken();
        sandbox.fault("{\"path\":\"/open-apis/im\",\"drop\":\"after\",\"times\":1}");
        assertThatThrownBy(() -> send(token, "u")).isInstanceOf(IOException.class);
        assertThat(messages()).hasSize(1);
        Answer again = send(token, "u");
        assertThat(again.data().path("message_id")).isEqualTo(messages().get(0).path("message_id"));
        assertThat(messages()).hasSize(1);
    }

    private Answer send(String token, String uuid) throws IOException {
        return sandbox.trySend(Sandbox.json(
                sandbox.request("/open-apis/im/v1/messages?receive_id_type=open_id")
                        .header("Authorization", "Bearer " + token),
                "POST",
                Sandbox.message("ou_ann", Sandbox.CARD, uuid)));
    }

    @Test
    void lateAnswerComesAfterTheCallWasDone() throws IOException {
        String token = sandbox.tenantToken();
        sandbox.fault("{\"path\":\"/open-apis/im\",\"delay_ms\":5000}");
        assertThatThrownBy(() -> sandbox.trySend(Sandbox.json(
                        sandbox.request("/open-apis/im/v1/messages?receive_id_type=open_id")
                                .header("Authorization", "Bearer " + token)
                                .timeout(Duration.ofSeconds(2)),
                        "POST",
                        Sandbox.message("ou_ann", Sandbox.CARD, "u"))))
                .isInstanceOf(IOException.class);
        assertThat(messages()).hasSize(1);

        sandbox.fault("{\"path\":\"/open-apis/im\",\"delay_ms\":300}");
        long start = System.nanoTime();
        assertThat(send(token, "v").code()).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void drippedAnswerIsWholeInTheEnd() {
        sandbox.fault("{\"path\":\"/open-apis/tenant\",\"drip\":2}");
        String token = sandbox.tenantToken();
        long start = System.nanoTime();
        Answer answer = sandbox.call("GET", TENANT, "", token);
        assertThat(answer.code()).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThanOrEqualTo(Duration.ofMillis(2L * (answer.body().length() - 1)));
    }

    @Test
    void malformedAnswersAreNoJson() {
        sandbox.fault("{\"path\":\"/open-apis/tenant\",\"malformed\":true}");
        String truncated = query().body();
        assertThat(truncated).startsWith("{\"code\":0").doesNotEndWith("}");
        sandbox.fault("{\"path\":\"/open-apis/tenant\",\"malformed\":\"html\",\"status\":502}");
        Answer html = query();
        assertThat(html.status()).isEqualTo(502);
        assertThat(html.body()).startsWith("<html>");
        assertThat(html.header("Content-Type")).startsWith("text/html");
        sandbox.fault("{\"path\":\"/open-apis/tenant\",\"malformed\":\"empty\"}");
        assertThat(query().body()).isEmpty();
    }

    @Test
    void faultsAreListedAndTakenAway() {
        sandbox.fault("{\"path\":\"/open-apis/tenant\",\"times\":3,\"status\":500}");
        query();
        assertThat(sandbox.get("/sandbox/faults")
                        .json()
                        .path("faults")
                        .get(0)
                        .path("times")
                        .asInt())
                .isEqualTo(2);
        Answer removed = sandbox.send(sandbox.request("/sandbox/faults").DELETE());
        assertThat(removed.json().path("removed").asInt()).isEqualTo(1);
        assertThat(query().code()).isZero();
    }
}
