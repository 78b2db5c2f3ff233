package io.larkdesk.lark.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.LarkApp;
import io.larkdesk.lark.LarkError.Kind;
import io.larkdesk.lark.LarkResult;
import io.larkdesk.lark.TenantInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppTokenIT {

    private static final Duration LIFETIME = Duration.ofHours(2);

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aTokenIsFetchedOnceHoweverManyCallersWait() throws Exception {
        bench.app(settings -> settings.put("rate_limits", false));
        bench.fault(Bench.TOKEN_PATH, fault -> fault.put("delay_ms", 200));

        for (LarkResult<TenantInfo> result : askAtOnce(32)) {
            Results.value(result);
        }

        assertThat(bench.calls(Bench.TOKEN_PATH)).isEqualTo(1);
        assertThat(bench.heard.count("APP_TOKEN SUCCESS")).isEqualTo(1);
    }

    @Test
    void oneFailedFetchIsToldToAllWhoWaitedAndNotRemembered() throws Exception {
        bench.fault(Bench.TOKEN_PATH, fault -> fault.put("delay_ms", 500).put("code", 10014));

        List<LarkResult<TenantInfo>> results = askAtOnce(16);

        assertThat(results.stream().filter(LarkResult.Failure.class::isInstance))
                .isNotEmpty()
                .allSatisfy(result -> assertThat(Results.kind(result)).isEqualTo(Kind.CREDENTIALS_INVALID));
        Results.value(bench.queryTenant());
        assertThat(bench.calls(Bench.TOKEN_PATH)).isEqualTo(2);
    }

    @Test
    void aTokenIsRenewedInItsLastHalfHour() throws Exception {
        Results.value(bench.queryTenant());
        bench.advance(LIFETIME.minusMinutes(30));
        Results.value(bench.queryTenant());
        assertThat(bench.calls(Bench.TOKEN_PATH)).isEqualTo(1);

        bench.advance(Duration.ofMinutes(1));
        Results.value(bench.queryTenant());
        bench.heard.await("APP_TOKEN SUCCESS", 2);
        bench.advance(Duration.ofMinutes(28));
        Results.value(bench.queryTenant());

        assertThat(bench.calls(Bench.TOKEN_PATH)).isEqualTo(2);
        assertThat(bench.meter.counts()).isEqualTo("4 taken, 0 given back, 0 exhausted");
    }

    @Test
    void aTokenThatCannotBeRenewedIsUsedUntilItExpires() throws Exception {
        Results.value(bench.queryTenant());
        bench.advance(LIFETIME.minusMinutes(20));
        bench.fault(Bench.TOKEN_PATH, fault -> fault.put("status", 503).put("times", 100));

        Results.value(bench.queryTenant());
        bench.heard.await("APP_TOKEN SERVER_ERROR", 1);
        Results.value(bench.queryTenant());
        assertThat(bench.calls(Bench.TOKEN_PATH)).isEqualTo(2);

        bench.advance(Duration.ofSeconds(90));
        Results.value(bench.queryTenant());
        bench.heard.await("APP_TOKEN SERVER_ERROR", 2);

        bench.advance(Duration.ofMinutes(20));
        assertThat(Results.error(bench.queryTenant()).detail()).startsWith("NOT_SENT, code 5000, request ");
    }

    @Test
    void aTokenIsNotUsedInItsLastMinute() {
        Results.value(bench.queryTenant());
        bench.advanceOurs(LIFETIME.minusSeconds(59));

        Results.value(bench.queryTenant());

        assertThat(bench.calls(Bench.TOKEN_PATH)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {99991663, 99991664, 99991665, 99991671})
    void aTokenThatLarkNoLongerTakesIsReplacedOnce(int code) {
        Results.value(bench.queryTenant());
        bench.code(Bench.TENANT_PATH, code);

        Results.value(bench.queryTenant());

        assertThat(bench.calls(Bench.TOKEN_PATH)).isEqualTo(2);
        assertThat(bench.meter.counts()).isEqualTo("3 taken, 1 given back, 0 exhausted");
    }

    @Test
    void aTokenThatExpiredAtLarkIsReplaced() {
        Results.value(bench.send());
        bench.advance(LIFETIME.plusMinutes(1));
        bench.advanceOurs(LIFETIME.plusMinutes(1).negated());

        Results.value(bench.send());

        assertThat(bench.calls(Bench.TOKEN_PATH)).isEqualTo(2);
        assertThat(bench.messages()).hasSize(2);
    }

    @Test
    void aCallIsNotDoneThreeTimes() {
        bench.fault(Bench.SEND_PATH, fault -> fault.put("code", 99991663).put("times", 3));

        assertThat(Results.error(bench.send())).satisfies(error -> {
            assertThat(error.kind()).isEqualTo(Kind.INVALID_REQUEST);
            assertThat(error.code()).isEqualTo(99991663);
        });
        assertThat(bench.calls(Bench.SEND_PATH)).isEqualTo(2);
        assertThat(bench.calls(Bench.TOKEN_PATH)).isEqualTo(2);
        assertThat(bench.meter.counts()).isEqualTo("2 taken, 2 given back, 0 exhausted");
    }

    @Test
    void manyRefusedCallsFetchFewTokens() throws Exception {
        bench.app(settings -> settings.put("rate_limits", false));
        Results.value(bench.queryTenant());
        bench.fault(Bench.TENANT_PATH, fault -> fault.put("code", 99991663).put("times", 16));

        askAtOnce(16);

        assertThat(bench.calls(Bench.TOKEN_PATH)).isBetween(2, 17);
        assertThat(bench.calls(Bench.TENANT_PATH)).isLessThanOrEqualTo(33);
        Results.value(bench.queryTenant());
    }

    @Test
    void anotherSecretDoesNotUseTheOldToken() {
        LarkApp wrong = Samples.app(Brand.LARK, "wrong-secret");
        Results.value(bench.queryTenant());

        assertThat(Results.kind(bench.lark.queryTenant(wrong, CallPurpose.SETUP, Samples.SOON)))
                .isEqualTo(Kind.CREDENTIALS_INVALID);

        bench.app(settings -> settings.put("app_secret", "wrong-secret"));
        Results.value(bench.lark.queryTenant(wrong, CallPurpose.SETUP, Samples.SOON));
        assertThat(Results.kind(bench.queryTenant())).isEqualTo(Kind.CREDENTIALS_INVALID);
    }

    @Test
    void waitingForATokenEndsAtEachCallersDeadline() throws Exception {
        bench.fault(Bench.TOKEN_PATH, fault -> fault.put("delay_ms", 12_000));
        ExecutorService patient = Executors.newSingleThreadExecutor();
        try {
            Future<LarkResult<TenantInfo>> later = patient.submit(bench::queryTenant);
            long began = System.nanoTime();

            assertThat(Results.error(bench.lark.queryTenant(Samples.APP, CallPurpose.SETUP, Duration.ofSeconds(2)))
                            .kind())
                    .isEqualTo(Kind.NOT_SENT);

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(11_900));
            Results.value(later.get());
        } finally {
            patient.shutdownNow();
        }
        assertThat(bench.calls(Bench.TOKEN_PATH)).isEqualTo(1);
        assertThat(bench.meter.counts()).isEqualTo("1 taken, 0 given back, 0 exhausted");
    }

    @Test
    void aFetchThatNobodyWaitsForIsEnded() throws Exception {
        bench.fault(Bench.TOKEN_PATH, fault -> fault.put("delay_ms", 30_000));
        assertThat(Results.kind(bench.lark.queryTenant(Samples.APP, CallPurpose.SETUP, Duration.ofSeconds(2))))
                .isEqualTo(Kind.NOT_SENT);
        bench.heard.await("APP_TOKEN UNKNOWN", 1);

        Results.value(bench.queryTenant());
        assertThat(bench.calls(Bench.TOKEN_PATH)).isEqualTo(2);
    }

    @Test
    void anInterruptedCallerDoesNotWaitForAToken() {
        Thread.currentThread().interrupt();

        LarkResult<TenantInfo> result = bench.queryTenant();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(Results.kind(result)).isEqualTo(Kind.NOT_SENT);
        assertThat(bench.meter.counts()).startsWith("0 taken");
    }

    @Test
    void withoutATokenNothingIsSent() {
        bench.fault(Bench.TOKEN_PATH, fault -> fault.put("drop", "before"));
        assertThat(Results.kind(bench.send())).isEqualTo(Kind.NOT_SENT);
        bench.fault(Bench.TOKEN_PATH, fault -> fault.put("malformed", "truncated"));
        assertThat(Results.kind(bench.send())).isEqualTo(Kind.NOT_SENT);
        bench.fault(Bench.TOKEN_PATH, fault -> fault.put("status", 500));
        assertThat(Results.kind(bench.send())).isEqualTo(Kind.NOT_SENT);
        bench.fault(Bench.TOKEN_PATH, fault -> fault.put("code", 99991400));
        assertThat(Results.error(bench.send())).satisfies(error -> {
            assertThat(error.kind()).isEqualTo(Kind.RATE_LIMITED);
            assertThat(error.pause()).isEqualTo(Duration.ofSeconds(1));
        });

        assertThat(bench.meter.counts()).startsWith("0 taken");
        assertThat(bench.calls(Bench.SEND_PATH)).isZero();
    }

    private List<LarkResult<TenantInfo>> askAtOnce(int callers) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Future<LarkResult<TenantInfo>>> running = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                running.add(threads.submit(bench::queryTenant));
            }
            List<LarkResult<TenantInfo>> results = new ArrayList<>();
            for (Future<LarkResult<TenantInfo>> one : running) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
