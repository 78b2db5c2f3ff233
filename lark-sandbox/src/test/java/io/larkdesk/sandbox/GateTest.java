package io.larkdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class GateTest {

    private static final String TENANT = "/tenant/v2/tenant/query";

    private final Sandbox sandbox = Sandbox.withApp();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Answer query() {
        return sandbox.call("GET", TENANT, "");
    }

    @Test
    void everyAnswerHasALogIdAndEveryRefusalRepeatsIt() {
        Answer good = query();
        assertThat(good.header("X-Tt-Logid")).matches("[0-9a-f]{32}");
        assertThat(good.data().path("tenant").path("name").asText()).isEqualTo("Acme");
        Answer bad = sandbox.get("/open-apis" + TENANT);
        assertThat(bad.json().path("error").path("log_id").asText()).isEqualTo(bad.header("X-Tt-Logid"));
        assertThat(bad.header("X-Tt-Logid")).isNotEqualTo(good.header("X-Tt-Logid"));
    }

    @Test
    void tokensAreToldApart() {
        Answer none = sandbox.get("/open-apis" + TENANT);
        assertThat(none.status()).isEqualTo(400);
        assertThat(none.code()).isEqualTo(99991661);
        assertThat(sandbox.call("GET", TENANT, "", "abc").code()).isEqualTo(99991671);
        assertThat(sandbox.call("GET", TENANT, "", "t-unknown").code()).isEqualTo(99991663);
        assertThat(sandbox.call("GET", TENANT, "", sandbox.userToken("ou_ann")).code())
                .isEqualTo(99991668);
    }

    @Test
    void unknownPathAndWrongMethodAreToldApart() {
        Answer path = sandbox.call("GET", "/im/v9/nothing", "");
        assertThat(path.status()).isEqualTo(404);
        assertThat(path.code()).isEqualTo(99991201);
        assertThat(sandbox.call("DELETE", TENANT, "").code()).isEqualTo(99991301);
    }

    @Test
    void missingScopeIsNamedWithTheLinkThatMendsIt() {
        sandbox.app(settings -> settings.putArray("scopes"));
        Answer answer = query();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.code()).isEqualTo(99991672);
        JsonNode error = answer.json().path("error");
        assertThat(error.path("permission_violations").get(0).path("subject").asText())
                .isEqualTo("tenant:tenant:readonly");
        assertThat(error.path("permission_violations").get(0).path("type").asText())
                .isEqualTo("action_scope_required");
        assertThat(error.path("helps").get(0).path("url").asText())
                .isEqualTo("https://open.larksuite.com/app/" + sandbox.app
                        + "/auth?q=tenant:tenant:readonly&op_from=openapi&token_type=tenant");
        assertThat(sandbox.sendCard("ou_ann", Sandbox.CARD).json().path("error").path("permission_violations"))
                .hasSize(3);
    }

    @Test
    void unpublishedAppHasNeitherScopesNorBot() {
        sandbox.app(settings -> settings.put("published", false));
        assertThat(query().code()).isEqualTo(99991672);
        assertThat(sandbox.call("GET", "/bot/v3/info", "").code()).isEqualTo(11205);
    }

    @Test
    void callFromOutsideTheAllowListIsRefused() {
        sandbox.app(settings -> settings.putArray("allowed_ips").add("203.0.113.7"));
        Answer answer = query();
        assertThat(answer.code()).isEqualTo(99991401);
        assertThat(answer.json().path("msg").asText()).contains("127.0.0.1");
        sandbox.app(settings -> settings.putArray("allowed_ips").add("127.0.0.1"));
        assertThat(query().code()).isZero();
    }

    @Test
    void gateRefusesInItsOrder() {
        String token = sandbox.tenantToken();
        sandbox.app(settings -> {
            settings.put("enabled", false);
            settings.putArray("allowed_ips").add("203.0.113.7");
            settings.putArray("scopes");
        });
        sandbox.control("/sandbox/organisations", "{\"organisation\":\"Acme\",\"quota_used\":10000}");
        assertThat(sandbox.call("GET", TENANT, "", token).code()).isEqualTo(99991662);
        sandbox.app(settings -> settings.put("enabled", true));
        assertThat(sandbox.call("GET", TENANT, "", token).code()).isEqualTo(99991401);
        sandbox.app(settings -> settings.putArray("allowed_ips"));
        assertThat(sandbox.call("GET", TENANT, "", token).code()).isEqualTo(99991403);
        sandbox.control("/sandbox/organisations", "{\"organisation\":\"Acme\",\"quota_used\":0}");
        assertThat(sandbox.call("GET", TENANT, "", token).code()).isEqualTo(99991672);
    }

    @Test
    void fiftyFirstCallInASecondIsTooManyAndSaysUntilWhen() {
        String token = sandbox.tenantToken();
        String body = Sandbox.message("ou_nobody", Sandbox.CARD, "");
        String path = "/im/v1/messages?receive_id_type=open_id";
        for (int i = 0; i < 50; i++) {
            assertThat(sandbox.call("POST", path, body, token).code()).isEqualTo(99992351);
        }
        Answer over = sandbox.call("POST", path, body, token);
        assertThat(over.status()).isEqualTo(429);
        assertThat(over.code()).isEqualTo(99991400);
        assertThat(over.header("x-ogw-ratelimit-limit")).isEqualTo("50");
        assertThat(over.header("x-ogw-ratelimit-reset")).isEqualTo("1");
        assertThat(query().code()).isZero();
        sandbox.clock.advance(Duration.ofSeconds(1));
        assertThat(sandbox.call("POST", path, body, token).code()).isEqualTo(99992351);
    }

    @Test
    void thousandAndFirstCallInAMinuteIsTooMany() {
        String token = sandbox.tenantToken();
        String body = Sandbox.message("ou_nobody", Sandbox.CARD, "");
        String path = "/im/v1/messages?receive_id_type=open_id";
        for (int i = 0; i < 1000; i++) {
            if (i % 50 == 0) {
                sandbox.clock.advance(Duration.ofSeconds(1));
            }
            assertThat(sandbox.call("POST", path, body, token).code()).isEqualTo(99992351);
        }
        sandbox.clock.advance(Duration.ofSeconds(1));
        Answer over = sandbox.call("POST", path, body, token);
        assertThat(over.header("x-ogw-ratelimit-limit")).isEqualTo("1000");
        assertThat(over.header("x-ogw-ratelimit-reset")).isEqualTo("40");
        sandbox.app(settings -> settings.put("rate_limits", false));
        assertThat(sandbox.call("POST", path, body, token).code()).isEqualTo(99992351);
    }

    @Test
    void quotaIsOneForAllAppsOfAnOrganisationAndBeginsAnewOnTheFirst() {
        sandbox.app("cli_sister", settings -> {});
        sandbox.control("/sandbox/organisations", "{\"organisation\":\"Acme\",\"monthly_quota\":3}");
        assertThat(query().code()).isZero();
        assertThat(sandbox.call("GET", TENANT, "", sandbox.token("cli_sister")).code())
                .isZero();
        assertThat(sandbox.call("GET", "/bot/v3/info", "").code()).isZero();
        Answer over = query();
        assertThat(over.status()).isEqualTo(429);
        assertThat(over.code()).isEqualTo(99991403);
        assertThat(over.json().path("msg").asText()).isEqualTo("This month's API call quota has been exceeded");
        assertThat(sandbox.call("GET", "/authen/v1/user_info", "", sandbox.userToken("ou_ann"))
                        .code())
                .isZero();

        sandbox.clock.advance(Duration.ofDays(6).plusHours(14).minusMillis(1));
        assertThat(query().code()).isEqualTo(99991403);
        sandbox.clock.advance(Duration.ofMillis(1));
        assertThat(query().code()).isZero();
    }

    @Test
    void callsAtOnceNeverPassTheQuota() throws Exception {
        sandbox.control("/sandbox/organisations", "{\"organisation\":\"Acme\",\"monthly_quota\":25}");
        String token = sandbox.tenantToken();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> query =
                    () -> sandbox.call("GET", TENANT, "", token).code();
            int passed = 0;
            for (Future<Integer> code : threads.invokeAll(Collections.nCopies(60, query))) {
                assertThat(code.get()).isIn(0, 99991403);
                passed += code.get() == 0 ? 1 : 0;
            }
            assertThat(passed).isEqualTo(25);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void failedCallsCostNoQuota() {
        sandbox.control("/sandbox/organisations", "{\"organisation\":\"Acme\",\"monthly_quota\":1}");
        assertThat(sandbox.sendCard("ou_nobody", Sandbox.CARD).code()).isEqualTo(99992351);
        assertThat(sandbox.call("GET", "/application/v6/applications/me", "").code())
                .isEqualTo(99992402);
        JsonNode calls = sandbox.get("/sandbox/calls?app_id=" + sandbox.app).json();
        assertThat(calls.path("counted").asInt()).isZero();
        assertThat(calls.path("refused").asInt()).isEqualTo(2);
        assertThat(calls.path("quota").path("used").asInt()).isZero();
        assertThat(query().code()).isZero();
        assertThat(query().code()).isEqualTo(99991403);
    }

    @Test
    void paidEditionHasNoQuota() {
        sandbox.app(settings -> settings.put("edition", "PAID"));
        sandbox.control("/sandbox/organisations", "{\"organisation\":\"Acme\",\"quota_used\":1000000}");
        assertThat(query().code()).isZero();
    }

    @Test
    void callsAreCountedByKindPathAndCode() {
        sandbox.sendCard("ou_ann", Sandbox.CARD);
        sandbox.sendCard("ou_nobody", Sandbox.CARD);
        query();
        JsonNode calls = sandbox.get("/sandbox/calls?app_id=" + sandbox.app).json();
        assertThat(calls.path("counted").asInt()).isEqualTo(2);
        assertThat(calls.path("free").asInt()).isEqualTo(3);
        assertThat(calls.path("refused").asInt()).isEqualTo(1);
        assertThat(calls.path("by_path").path("/open-apis/im/v1/messages").asInt())
                .isEqualTo(2);
        assertThat(calls.path("by_path")
                        .path("/open-apis/auth/v3/tenant_access_token/internal")
                        .asInt())
                .isEqualTo(3);
        assertThat(calls.path("by_code").path("99992351").asInt()).isEqualTo(1);
        assertThat(sandbox.get("/sandbox/calls?app_id=cli_other")
                        .json()
                        .path("counted")
                        .asInt())
                .isZero();
        assertThat(sandbox.get("/sandbox/calls").json().path("counted").asInt()).isEqualTo(2);
    }
}
