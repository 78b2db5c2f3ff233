package io.larkdesk.lark.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.lark.AppVersionInfo;
import io.larkdesk.lark.AppVersionInfo.Visibility;
import io.larkdesk.lark.AppVersionInfo.WebApp;
import io.larkdesk.lark.ApplicationInfo;
import io.larkdesk.lark.LarkError.Kind;
import io.larkdesk.lark.LarkResult;
import io.larkdesk.lark.ScopeGrant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InspectionCallsIT {

    private static final String HOME = "https://desk.example.com/lark/cli_test/workbench";

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    private LarkResult<ApplicationInfo> application() {
        return bench.lark.queryApplication(Samples.APP, CallPurpose.SETUP, Samples.SOON);
    }

    private LarkResult<AppVersionInfo> version(String id) {
        return bench.lark.queryAppVersion(Samples.APP, id, CallPurpose.SETUP, Samples.SOON);
    }

    private LarkResult<List<ScopeGrant>> scopes() {
        return bench.lark.queryScopes(Samples.APP, CallPurpose.SETUP, Samples.SOON);
    }

    @Test
    void anAppReadsItsSettings() {
        ApplicationInfo info = Results.value(application());

        assertThat(info.name()).isEqualTo("cli_test");
        assertThat(info.status()).isEqualTo(1);
        assertThat(info.redirectUrls()).containsExactly(Samples.CALLBACK.toString());
        assertThat(info.onlineVersionId()).startsWith("oav_");
        assertThat(info.unauditVersionId()).isEmpty();
        assertThat(bench.meter.counts()).isEqualTo("1 taken, 0 given back, 0 exhausted");
        assertThat(bench.counted()).isEqualTo(1);
    }

    @Test
    void anAppReadsItsVersions() {
        bench.app(settings -> settings.put("home_page", HOME).put("waiting_version", "1.0.1"));
        ApplicationInfo info = Results.value(application());

        AppVersionInfo online = Results.value(version(info.onlineVersionId()));
        assertThat(online.version()).isEqualTo("1.0.0");
        assertThat(online.publishedAt()).isPresent();
        assertThat(online.bot()).isTrue();
        assertThat(online.webApp()).contains(new WebApp(HOME, HOME));
        assertThat(online.visibility()).isEqualTo(new Visibility(true, 0, 0, 0));
        AppVersionInfo waiting = Results.value(version(info.unauditVersionId()));
        assertThat(waiting.version()).isEqualTo("1.0.1");
        assertThat(waiting.publishedAt()).isEmpty();
    }

    @Test
    void featuresThatAreOffAreAbsent() {
        bench.app(
                settings -> settings.put("bot", false).putArray("available_to").add("ou_ann"));

        AppVersionInfo online =
                Results.value(version(Results.value(application()).onlineVersionId()));

        assertThat(online.bot()).isFalse();
        assertThat(online.webApp()).isEqualTo(Optional.empty());
        assertThat(online.visibility()).isEqualTo(new Visibility(false, 1, 0, 0));
    }

    @Test
    void scopesAreGrantedOrAskedFor() {
        bench.app(settings -> {
            settings.putArray("scopes").add("tenant:tenant:readonly");
            settings.putArray("pending_scopes").add("im:message:send_as_bot");
        });

        assertThat(Results.value(scopes()))
                .containsExactly(
                        new ScopeGrant("tenant:tenant:readonly", true),
                        new ScopeGrant("im:message:send_as_bot", false));
        assertThat(Results.kind(application())).isEqualTo(Kind.SCOPE_MISSING);
        assertThat(bench.meter.counts()).isEqualTo("2 taken, 1 given back, 0 exhausted");
    }

    @Test
    void whatIsNotReleasedIsNotInstalled() {
        bench.app(settings -> settings.put("published", false));

        assertThat(Results.error(scopes()).code()).isEqualTo(212100);
        assertThat(Results.kind(scopes())).isEqualTo(Kind.APP_DISABLED);
    }

    @Test
    void aVersionIsAskedForByAnIdOnly() {
        assertThat(Results.kind(version("../../../tenant/v2/tenant/query"))).isEqualTo(Kind.INVALID_REQUEST);
        assertThat(Results.kind(version(""))).isEqualTo(Kind.INVALID_REQUEST);
        assertThat(bench.meter.counts()).isEqualTo("0 taken, 0 given back, 0 exhausted");
    }

    @Test
    void credentialsAreCheckedWhateverTokenThereIs() {
        Results.value(application());
        assertThat(Results.value(bench.lark.checkCredentials(Samples.APP, Samples.SOON)))
                .isEqualTo(Samples.APP.id());
        bench.app(settings -> settings.put("app_secret", "another-secret"));

        assertThat(Results.kind(bench.lark.checkCredentials(Samples.APP, Samples.SOON)))
                .isEqualTo(Kind.CREDENTIALS_INVALID);
        assertThat(Results.error(bench.lark.checkCredentials(Samples.app(Brand.FEISHU, Samples.SECRET), Samples.SOON))
                        .message())
                .doesNotContain(Samples.SECRET);
        assertThat(bench.counted()).isEqualTo(1);
        assertThat(bench.meter.counts()).startsWith("1 taken");
    }

    @Test
    void aCallOfAnInspectionIsSentOnce() {
        Results.value(application());
        bench.fault("/application/v6/applications/me", fault -> fault.put("times", 1)
                .put("drop", "after"));

        assertThat(Results.unknown(application())).isNotEmpty();
        assertThat(bench.meter.counts()).isEqualTo("2 taken, 0 given back, 0 exhausted");
    }

    @Test
    void anAnswerWithoutWhatWasAskedForIsNone() {
        try (FakeLark fake = new FakeLark()) {
            for (String body : List.of("{\"code\":0}", "{\"code\":0,\"data\":{\"app\":7,\"scopes\":\"x\"}}")) {
                fake.answer(FakeLark.json(body));
                Results.unknown(fake.lark.queryApplication(Samples.APP, CallPurpose.SETUP, Samples.SOON));
                fake.answer(FakeLark.json(body));
                Results.unknown(fake.lark.queryScopes(Samples.APP, CallPurpose.SETUP, Samples.SOON));
                fake.answer(FakeLark.json(body));
                Results.unknown(fake.lark.queryAppVersion(Samples.APP, "oav_1", CallPurpose.SETUP, Samples.SOON));
            }
        }
    }

    /** One of Lark's pages shows a level that is a text, which Lark's own SDK cannot read. */
    @Test
    void fieldsOfOtherTypesDoNotMatter() {
        try (FakeLark fake = new FakeLark()) {
            fake.answer(FakeLark.json("""
                    {"code":0,"data":{"app":{"app_name":null,"status":"x","redirect_urls":[1,null,"https://a"],
                    "scopes":[{"level":"low_level"}]}}}
                    """));
            ApplicationInfo info =
                    Results.value(fake.lark.queryApplication(Samples.APP, CallPurpose.SETUP, Samples.SOON));
            assertThat(info).isEqualTo(new ApplicationInfo("", 3, List.of("1", "", "https://a"), "", ""));

            fake.answer(FakeLark.json("{\"code\":0,\"data\":{\"app_version\":{\"publish_time\":1732416000}}}"));
            AppVersionInfo version =
                    Results.value(fake.lark.queryAppVersion(Samples.APP, "oav_1", CallPurpose.SETUP, Samples.SOON));
            assertThat(version.publishedAt()).isPresent();
            assertThat(version.visibility().all()).isTrue();
        }
    }
}
