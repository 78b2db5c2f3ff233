package io.larkdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AppTokenTest {

    private static final String TENANT = "/open-apis/auth/v3/tenant_access_token/internal";
    private static final String APP = "/open-apis/auth/v3/app_access_token/internal";

    private final Sandbox sandbox = Sandbox.withApp();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Answer ask(String path) {
        return sandbox.control(path, Sandbox.credentials(sandbox.app, "secret"));
    }

    @Test
    void tokenLivesTwoHoursAndStaysTheSameWhileHalfAnHourRemains() {
        Answer first = ask(TENANT);
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.json().path("code").isInt()).isTrue();
        assertThat(first.code()).isZero();
        assertThat(first.json().path("expire").asInt()).isEqualTo(7200);
        String token = first.json().path("tenant_access_token").asText();
        assertThat(token).startsWith("t-");

        sandbox.clock.advance(Duration.ofMinutes(90));
        Answer atHalfAnHour = ask(TENANT);
        assertThat(atHalfAnHour.json().path("tenant_access_token").asText()).isEqualTo(token);
        assertThat(atHalfAnHour.json().path("expire").asInt()).isEqualTo(1800);
    }

    @Test
    void newTokenComesBelowHalfAnHourAndTheOldOneIsValidUntilItsEnd() {
        String old = sandbox.tenantToken();
        sandbox.clock.advance(Duration.ofMinutes(90).plusSeconds(1));
        Answer renewed = ask(TENANT);
        assertThat(renewed.json().path("tenant_access_token").asText()).isNotEqualTo(old);
        assertThat(renewed.json().path("expire").asInt()).isEqualTo(7200);

        sandbox.clock.advance(Duration.ofSeconds(1798));
        assertThat(sandbox.call("GET", "/tenant/v2/tenant/query", "", old).code())
                .isZero();
        sandbox.clock.advance(Duration.ofSeconds(1));
        Answer expired = sandbox.call("GET", "/tenant/v2/tenant/query", "", old);
        assertThat(expired.status()).isEqualTo(400);
        assertThat(expired.code()).isEqualTo(99991663);
    }

    @Test
    void appTokenComesWithTheTenantToken() {
        Answer answer = ask(APP);
        assertThat(answer.json().path("app_access_token").asText()).startsWith("a-");
        assertThat(answer.json().path("tenant_access_token").asText()).isEqualTo(sandbox.tenantToken());
    }

    @Test
    void wrongCredentialsAreRefusedWithHttp200() {
        Answer wrongSecret = sandbox.control(TENANT, Sandbox.credentials(sandbox.app, "wrong"));
        assertThat(wrongSecret.status()).isEqualTo(200);
        assertThat(wrongSecret.code()).isEqualTo(10014);
        assertThat(wrongSecret.json().path("msg").asText()).isEqualTo("app secret invalid");

        Answer unknown = sandbox.control(TENANT, Sandbox.credentials("cli_unknown", "secret"));
        assertThat(unknown.status()).isEqualTo(200);
        assertThat(unknown.code()).isEqualTo(10014);
        assertThat(unknown.json().path("msg").asText()).isEqualTo("app id not exists");

        for (String malformed :
                new String[] {Sandbox.credentials("nonsense", "x"), Sandbox.credentials("", ""), "", "no json", "[]"}) {
            Answer refused = sandbox.control(TENANT, malformed);
            assertThat(refused.status()).isEqualTo(200);
            assertThat(refused.code()).isEqualTo(10003);
            assertThat(refused.json().path("msg").asText()).isEqualTo("invalid param");
        }
    }

    @Test
    void appIsUnknownUnderTheOtherBrandsBase() {
        sandbox.app("cli_feishu", settings -> settings.put("brand", "feishu"));
        String body = Sandbox.credentials("cli_feishu", "secret");
        assertThat(sandbox.control(TENANT, body).code()).isEqualTo(10014);
        assertThat(sandbox.control("/feishu" + TENANT, body).code()).isZero();
        assertThat(sandbox.control("/feishu" + TENANT, Sandbox.credentials(sandbox.app, "secret"))
                        .code())
                .isEqualTo(10014);
    }

    @Test
    void disabledAppGetsNoTokenAndItsTokenIsRefused() {
        String token = sandbox.tenantToken();
        sandbox.app(settings -> settings.put("enabled", false));
        assertThat(ask(TENANT).code()).isEqualTo(10014);
        assertThat(sandbox.call("GET", "/tenant/v2/tenant/query", "", token).code())
                .isEqualTo(99991662);
    }
}
