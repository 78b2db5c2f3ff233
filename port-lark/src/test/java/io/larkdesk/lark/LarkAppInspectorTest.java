package io.larkdesk.lark;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.onboarding.AppAnswer;
import io.larkdesk.core.onboarding.AppAnswer.Inspected;
import io.larkdesk.core.onboarding.AppAnswer.Refusal;
import io.larkdesk.core.onboarding.AppAnswer.Refused;
import io.larkdesk.core.onboarding.AppFacts;
import io.larkdesk.core.onboarding.AppFacts.Range;
import io.larkdesk.core.onboarding.AppFacts.Release;
import io.larkdesk.core.onboarding.AppFacts.Scopes;
import io.larkdesk.core.onboarding.AppFacts.Settings;
import io.larkdesk.core.onboarding.AppFacts.Status;
import io.larkdesk.core.onboarding.AppFacts.WebApp;
import io.larkdesk.core.onboarding.Finding.Check;
import io.larkdesk.core.onboarding.Reading.Read;
import io.larkdesk.core.onboarding.Reading.Unread;
import io.larkdesk.core.onboarding.Reading.Why;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.lark.LarkResult.Failure;
import io.larkdesk.lark.LarkResult.Success;
import io.larkdesk.lark.LarkResult.Unknown;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LarkAppInspectorTest {

    private static final String HOME = "https://desk.example.com/lark/cli_a/workbench";

    private final ScriptedLark lark = new ScriptedLark();
    private final LarkAppInspector inspector = new LarkAppInspector(lark, Duration.ofSeconds(5));

    LarkAppInspectorTest() {
        lark.tenant = new Success<>(new TenantInfo("Harbour Retail Group", "tk_1"));
        lark.application = new Success<>(application("oav_1", ""));
        lark.versions.put("oav_1", new Success<>(version("1.0.2")));
        lark.scopes = new Success<>(List.of(new ScopeGrant("a", true), new ScopeGrant("b", false)));
    }

    private static ApplicationInfo application(String online, String waiting) {
        return new ApplicationInfo("Service", 1, List.of("https://x", ""), online, waiting);
    }

    private static AppVersionInfo version(String number) {
        return new AppVersionInfo(
                number,
                Optional.of(Samples.NOW),
                true,
                Optional.of(new AppVersionInfo.WebApp(HOME, "")),
                new AppVersionInfo.Visibility(false, 3, 2, 1));
    }

    private AppAnswer inspect() {
        return inspector.inspect(Samples.APP, CallPurpose.PREFLIGHT);
    }

    private AppFacts facts() {
        return ((Inspected) inspect()).facts();
    }

    private static <T> LarkResult<T> failing(LarkError.Kind kind, int code, String words) {
        return new Failure<>(new LarkError(kind, code, words, "", Duration.ZERO));
    }

    private static <T> LarkResult<T> refusing(int code, String words) {
        return failing(LarkError.Kind.CREDENTIALS_INVALID, code, words);
    }

    @Test
    void readsAllThereIsWithFourCalls() {
        assertThat(inspect())
                .isEqualTo(new Inspected(
                        new AppFacts(
                                new Read<>("Harbour Retail Group"),
                                new Read<>(new Settings(
                                        "Service", Status.ENABLED, List.of("https://x", ""), Optional.empty())),
                                new Read<>(Optional.of(new Release(
                                        "1.0.2",
                                        Optional.of(Samples.NOW),
                                        true,
                                        Optional.of(new WebApp(HOME, "")),
                                        new Range(false, 3, 2, 1)))),
                                new Read<>(new Scopes(Set.of("a"), Set.of("b")))),
                        4));
        assertThat(lark.purposes).hasSize(4).containsOnly(CallPurpose.PREFLIGHT);
    }

    @Test
    void aWaitingVersionIsOneCallMore() {
        lark.application = new Success<>(application("oav_1", "oav_2"));
        lark.versions.put("oav_2", new Success<>(version("1.0.3")));
        assertThat(inspect().calls()).isEqualTo(5);
        assertThat(waiting()).contains("1.0.3");

        lark.versions.put("oav_2", ScriptedLark.failing(LarkError.Kind.SERVER_ERROR));
        assertThat(inspect().calls()).isEqualTo(4);
        assertThat(waiting()).contains("oav_2");
    }

    private Optional<String> waiting() {
        return facts().settings().fold(Settings::waiting, why -> Optional.empty());
    }

    @Test
    void eachPartSaysWhyItIsNotRead() {
        lark.tenant = ScriptedLark.failing(LarkError.Kind.SCOPE_MISSING);
        lark.scopes = new Unknown<>("no answer");
        lark.versions.put("oav_1", ScriptedLark.failing(LarkError.Kind.METER_REFUSED));

        assertThat(facts().organisation()).isEqualTo(new Unread<>(Why.SCOPE_MISSING));
        assertThat(facts().scopes()).isEqualTo(new Unread<>(Why.UNREACHABLE));
        assertThat(facts().released()).isEqualTo(new Unread<>(Why.OUT_OF_BUDGET));
        assertThat(inspect().calls()).isEqualTo(2);
    }

    @Test
    void whatWasNeverReleasedIsNotMissingAnyScope() {
        lark.scopes = failing(LarkError.Kind.APP_DISABLED, 212100, "not installed");
        lark.tenant = ScriptedLark.failing(LarkError.Kind.SCOPE_MISSING);
        lark.application = ScriptedLark.failing(LarkError.Kind.SCOPE_MISSING);

        assertThat(facts().released()).isEqualTo(new Read<>(Optional.empty()));
        assertThat(facts().scopes()).isEqualTo(new Unread<>(Why.NOT_RELEASED));
        assertThat(facts().settings()).isEqualTo(new Unread<>(Why.NOT_RELEASED));

        lark.application = new Success<>(application("", ""));
        assertThat(facts().released()).isEqualTo(new Read<>(Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource({
        "10014, app secret invalid, SECRET_REFUSED",
        "10015, whatever, SECRET_REFUSED",
        "10014, app id not exists, UNKNOWN_APP",
        "10003, invalid param, UNKNOWN_APP",
        "10014, app is disabled, DISABLED",
        "10014, 应用不存在, CREDENTIALS_REFUSED"
    })
    void refusedCredentialsAreToldApart(int code, String words, Refusal refusal) {
        lark.credentials = app -> refusing(code, words);

        assertThat(inspect()).isEqualTo(new Refused(refusal, 0));
        assertThat(lark.purposes).isEmpty();
    }

    @Test
    void anAppOfTheOtherBrandIsFound() {
        lark.credentials =
                app -> app.brand() == Brand.FEISHU ? new Success<>(app.id()) : refusing(10014, "app id not exists");

        assertThat(inspect()).isEqualTo(new Refused(Refusal.OTHER_BRAND, 0));
        assertThat(lark.checked).containsExactly(Brand.LARK, Brand.FEISHU);
    }

    @Test
    void aWrongSecretIsNotShownToTheOtherBrand() {
        lark.credentials = app -> refusing(10014, "app secret invalid");
        inspect();
        assertThat(lark.checked).containsExactly(Brand.LARK);
    }

    @Test
    void aDisabledAppIsAskedNothingMore() {
        lark.scopes = failing(LarkError.Kind.APP_DISABLED, 99991662, "disabled");
        assertThat(inspect()).isEqualTo(new Refused(Refusal.DISABLED, 0));
        assertThat(lark.purposes).hasSize(1);

        lark.scopes = failing(LarkError.Kind.APP_DISABLED, 99991401, "denied by ip");
        assertThat(inspect()).isEqualTo(new Refused(Refusal.ADDRESS_REFUSED, 0));
    }

    @Test
    void whoDoesNotAnswerIsUnreachable() {
        lark.credentials = app -> new Unknown<>("no answer");
        assertThat(inspect()).isEqualTo(new Refused(Refusal.UNREACHABLE, 0));
        lark.credentials = app -> ScriptedLark.failing(LarkError.Kind.NOT_SENT);
        assertThat(inspect()).isEqualTo(new Refused(Refusal.UNREACHABLE, 0));
    }

    @Test
    void theConsoleIsThatOfTheBrand() {
        LarkConsole console = new LarkConsole(LarkHosts::of);
        AppId app = new AppId("cli_a");
        assertThat(console.page(Brand.LARK, app, Check.SCOPES))
                .hasToString("https://open.larksuite.com/app/cli_a/auth");
        assertThat(console.page(Brand.FEISHU, app, Check.BOT)).hasToString("https://open.feishu.cn/app/cli_a");
        assertThat(console.apps(Brand.FEISHU)).hasToString("https://open.feishu.cn/app");
    }
}
