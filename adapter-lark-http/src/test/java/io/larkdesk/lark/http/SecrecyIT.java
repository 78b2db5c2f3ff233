package io.larkdesk.lark.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.lark.LarkResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import mockwebserver3.MockResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everything that is secret has {@code canary} in it, and nothing that is written has. */
class SecrecyIT {

    private final FakeLark fake = new FakeLark();
    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Logger root = Logger.getLogger("");
    private final Level level = root.getLevel();
    private final Handler log = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            logged.add(new SimpleFormatter().format(entry));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void listen() {
        root.setLevel(Level.ALL);
        root.addHandler(log);
    }

    @AfterEach
    void close() {
        fake.close();
        root.removeHandler(log);
        root.setLevel(level);
    }

    @Test
    void aServerThatRepeatsSecretsDoesNotGetThemIntoErrors() {
        fake.tokenAnswer = echo(200, 10014, Samples.SECRET);
        List<LarkResult<?>> results = new ArrayList<>(List.of(fake.send()));
        fake.tokenAnswer =
                FakeLark.json("{\"code\":0,\"tenant_access_token\":\"" + FakeLark.TOKEN + "\",\"expire\":7200}");
        fake.answer(echo(400, 230001, FakeLark.TOKEN));
        results.add(fake.send());
        fake.answer(echo(400, 1184000, FakeLark.TOKEN));
        results.add(fake.queryTenant());
        fake.answer(echo(400, 20003, "s3cr3t-canary-code " + Samples.SECRET + " " + Samples.VERIFIER));
        results.add(fake.exchange());
        fake.answer(echo(200, 20005, "u-s3cr3t-canary-user"));
        results.add(fake.userInfo());

        assertThat(results).hasSize(5).allSatisfy(result -> assertThat(
                        Results.error(result).message())
                .contains("(hidden)"));
        assertThat(results.toString()).doesNotContain("canary");
    }

    @Test
    void nothingThatIsLoggedTellsASecret() throws IOException {
        Results.value(fake.send());
        fake.answer(echo(400, 99991663, FakeLark.TOKEN));
        Results.value(fake.send());
        fake.meter.failing = true;
        fake.answer(echo(429, 99991403, FakeLark.TOKEN));
        List<LarkResult<?>> results = new ArrayList<>(List.of(fake.send()));
        fake.answer(FakeLark.json("{\"code\":0,\"access_token\":\"u-s3cr3t-canary-user\"}"));
        results.add(fake.exchange());
        fake.answer(new MockResponse.Builder().code(502).body("canary").build());
        results.add(fake.userInfo());
        fake.answer(FakeLark.json("{\"code\":0,\"canary\":{}}"));
        results.add(fake.lark.queryTenant(Samples.APP, CallPurpose.SETUP, Samples.SOON));

        assertThat(logged)
                .anySatisfy(entry -> assertThat(entry).contains("does not take the token of app cli_test"))
                .anySatisfy(entry -> assertThat(entry).contains("a call of app cli_test stays counted"))
                .allSatisfy(entry -> assertThat(entry).doesNotContain("canary"));
        assertThat(results.toString()).doesNotContain("canary");
    }

    @Test
    void whatIsSecretHasNoTextForm() {
        SignInCalls calls = new SignInCalls(new Platforms(brand -> Samples.hosts(fake.address())));
        AppToken token = AppToken.read(
                Json.object().put("tenant_access_token", FakeLark.TOKEN).put("expire", 7200), 0);

        assertThat(List.of(
                                token,
                                calls.exchangeCode(Samples.APP, Samples.exchange("s3cr3t-canary-code")),
                                new AppCalls(new Platforms(brand -> Samples.hosts(fake.address())))
                                        .queryTenant(Samples.APP, token),
                                fake.lark)
                        .toString())
                .doesNotContain("canary");
    }

    private static MockResponse echo(int status, int code, String secret) {
        return new MockResponse.Builder()
                .code(status)
                .addHeader("X-Tt-Logid", secret.replaceAll(" .*", ""))
                .body("{\"code\":" + code + ",\"msg\":\"not good: " + secret + "\",\"error\":{\"value\":\"" + secret
                        + "\"}}")
                .build();
    }
}
