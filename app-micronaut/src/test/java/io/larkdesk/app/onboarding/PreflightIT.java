package io.larkdesk.app.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.larkdesk.app.RunningDesk;
import io.larkdesk.app.SignedIn;
import io.larkdesk.core.notice.Matter;
import io.larkdesk.core.notice.Notice;
import io.larkdesk.core.notice.Notices;
import io.larkdesk.core.onboarding.AppAddresses;
import io.larkdesk.core.onboarding.AppInspector;
import io.larkdesk.core.onboarding.ClaimDrift;
import io.larkdesk.core.onboarding.DeskAddress;
import io.larkdesk.core.onboarding.Finding;
import io.larkdesk.core.onboarding.Finding.Check;
import io.larkdesk.core.onboarding.Finding.Verdict;
import io.larkdesk.core.onboarding.Finding.What;
import io.larkdesk.core.onboarding.LarkDay;
import io.larkdesk.core.onboarding.Preflight;
import io.larkdesk.core.onboarding.Preflight.Outcome;
import io.larkdesk.core.onboarding.Preflights;
import io.larkdesk.core.onboarding.RunPreflight;
import io.larkdesk.core.onboarding.RunPreflight.Checked;
import io.larkdesk.core.onboarding.RunPreflight.Command;
import io.larkdesk.core.onboarding.ShowPreflight;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreflightIT {

    private static final Pattern COUNTED = Pattern.compile("\"counted\" ?: ?(\\d+)");
    private static final AppId HARBOUR = new AppId("cli_harbour");

    private static RunningDesk desk;
    private static AppAddresses addresses;

    @BeforeAll
    static void start() {
        desk = RunningDesk.start(Map.of());
        addresses = new AppAddresses(desk.node().bean(DeskAddress.class), HARBOUR);
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    @BeforeEach
    void makeRight() {
        app("""
                "app_secret": "harbour-secret", "organisation": "Harbour Retail Group", "brand": "lark", "enabled": true,
                "published": true, "bot": true, "available_to": "all", "waiting_version": "", "mobile_home_page": "",
                "pending_scopes": [], "scopes": %s, "home_page": "%s", "redirect_urls": %s
                """.formatted(json(scopes()), addresses.homePage(), json(redirectUrls())));
    }

    private static List<String> scopes() {
        return List.of(
                "application:application:self_manage",
                "cardkit:card:write",
                "im:message:send_as_bot",
                "tenant:tenant:readonly");
    }

    private static List<String> redirectUrls() {
        return addresses.redirectUrls().stream().map(URI::toString).toList();
    }

    private static String json(List<String> texts) {
        return texts.stream().map(text -> '"' + text + '"').collect(Collectors.joining(", ", "[", "]"));
    }

    private static void app(String fields) {
        desk.control("/sandbox/apps", "{\"app_id\": \"cli_harbour\", " + fields + "}");
    }

    private static int counted() {
        Matcher matcher = COUNTED.matcher(desk.ask("/sandbox/calls?app_id=cli_harbour"));
        assertThat(matcher.find()).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    private static TenantId harbour() {
        return desk.node()
                .bean(Tenants.class)
                .findByApp(HARBOUR)
                .map(Tenant::id)
                .orElseThrow();
    }

    /** Runs one, and sees to it that it says truly how many calls it took, and that they are few. */
    private static Preflight run() {
        int before = counted();
        Checked checked =
                (Checked) desk.node().bean(RunPreflight.class).execute(new Command(harbour(), Optional.empty()));
        assertThat(counted() - before)
                .isEqualTo(checked.preflight().calls())
                .isLessThanOrEqualTo(AppInspector.MOST_CALLS);
        return checked.preflight();
    }

    private static Set<What> failures(Preflight preflight) {
        return preflight.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.FAILED)
                .map(Finding::what)
                .collect(Collectors.toSet());
    }

    @Test
    void whatIsRightPasses() {
        Preflight preflight = run();

        assertThat(failures(preflight)).isEmpty();
        assertThat(preflight.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(preflight.calls()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CREDENTIALS | SECRET_REFUSED | \"app_secret\": \"rotated\"",
                "BRAND | OTHER_BRAND | \"brand\": \"feishu\"",
                "ORGANISATION | OTHER_NAME | \"organisation\": \"Harbour Retail\"",
                "ENABLED | DISABLED | \"enabled\": false",
                "VERSION | NOT_RELEASED | \"published\": false",
                "BOT | OFF | \"bot\": false",
                "WEB_APP | OFF | \"home_page\": \"\"",
                "HOME_PAGE | OTHER_HOST | \"home_page\": \"https://example.net/lark/cli_harbour/workbench\"",
                "HOME_PAGE | OTHER_ADDRESS | \"mobile_home_page\": \"https://example.net/m\"",
                "SCOPES | MISSING | \"scopes\": [\"application:application:self_manage\", \"cardkit:card:write\", \"tenant:tenant:readonly\"]",
                "SCOPES | NOT_APPROVED | \"pending_scopes\": [\"cardkit:card:write\"], \"scopes\": [\"application:application:self_manage\", \"im:message:send_as_bot\", \"tenant:tenant:readonly\"]",
            })
    void oneDefectIsFoundAndNothingElse(Check check, What what, String fields) {
        app(fields);

        Preflight preflight = run();

        assertThat(preflight.failed()).containsExactly(check);
        assertThat(failures(preflight)).containsExactly(what);
        assertThat(desk.node()
                        .bean(ShowPreflight.class)
                        .execute(harbour())
                        .orElseThrow()
                        .failed())
                .containsExactly(check);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void aScopeThatIsNotThereIsFoundWhicheverItIs(int which) {
        List<String> left = scopes().stream()
                .filter(scope -> !scope.equals(scopes().get(which)))
                .toList();
        app("\"scopes\": " + json(left));

        Preflight preflight = run();

        assertThat(preflight.failed()).containsExactly(Check.SCOPES);
        assertThat(preflight.findings())
                .filteredOn(finding -> finding.verdict() == Verdict.FAILED)
                .extracting(Finding::expected)
                .containsExactly(scopes().get(which));
    }

    @ParameterizedTest
    @CsvSource({
        "'', MISSING",
        "@/, EXTRA_SLASH",
        "@2., RUN_TOGETHER",
        "https://example.net, MISSING",
    })
    void aRedirectUrlThatIsNotRightIsNamed(String instead, What what) {
        for (String wanted : redirectUrls()) {
            List<String> urls = redirectUrls().stream()
                    .map(url -> url.equals(wanted) ? instead.replace("@", wanted) : url)
                    .filter(url -> !url.isEmpty())
                    .toList();
            app("\"redirect_urls\": " + json(urls));

            Preflight preflight = run();

            assertThat(preflight.failed()).containsExactly(Check.REDIRECT_URLS);
            assertThat(preflight.findings())
                    .filteredOn(finding -> finding.verdict() == Verdict.FAILED)
                    .singleElement()
                    .satisfies(finding -> {
                        assertThat(finding.expected()).isEqualTo(wanted);
                        assertThat(finding.what()).isEqualTo(what);
                    });
        }
    }

    @Test
    void whatWaitsAndWhoMayNotUseItIsSaidAndNoFailure() {
        app("\"waiting_version\": \"1.0.1\", \"available_to\": [\"ou_daniel\"]");

        Preflight preflight = run();

        assertThat(preflight.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(preflight.calls()).isEqualTo(5);
        assertThat(preflight.findings()).extracting(Finding::what).contains(What.NEWER_WAITS, What.SOME);
    }

    @Test
    void whoCannotReachLarkKnowsNothing() {
        desk.control(
                "/sandbox/faults", "{\"path\": \"*/tenant_access_token/internal\", \"times\": 9, \"status\": 503}");
        try {
            Preflight preflight = run();
            assertThat(preflight.outcome()).isEqualTo(Outcome.UNDECIDED);
            assertThat(preflight.calls()).isZero();
        } finally {
            desk.forgetFaults();
        }
    }

    @Test
    void theFirstSignInProvesTheTrustedDomain() {
        run();
        SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");

        assertThat(desk.node()
                        .bean(ShowPreflight.class)
                        .execute(harbour())
                        .orElseThrow()
                        .verdict(Check.TRUSTED_DOMAIN))
                .isEqualTo(Verdict.PASSED);
    }

    private static void forgetWhatOtherTestsDid() {
        ClaimDrift claimDrift = desk.node().bean(ClaimDrift.class);
        Optional<ClaimDrift.News> news = claimDrift.execute();
        while (news.isPresent()) {
            news = claimDrift.execute();
        }
    }

    @Test
    void whatFailsSinceItPassedIsToldOnce() {
        run();
        forgetWhatOtherTestsDid();
        app("\"bot\": false");
        run();
        run();

        ClaimDrift.News news = desk.node().bean(ClaimDrift.class).execute().orElseThrow();

        assertThat(news.drift().checks()).containsExactly(Check.BOT);
        assertThat(news.tam().orElseThrow().name().value()).isEqualTo("Sofia Lindqvist");
        assertThat(desk.node().bean(ClaimDrift.class).execute()).isEmpty();
    }

    @Test
    void ofAnAppThatBreaksTheTamHearsThoughNoCallIsCounted() {
        SignedIn daniel = SignedIn.to(desk.node(), "cli_harbour", "ou_daniel");
        SignedIn mei = SignedIn.to(desk.node(), "cli_harbour", "ou_mei");
        desk.node().endRounds();
        run();
        forgetWhatOtherTestsDid();
        app("\"enabled\": false");
        int before = counted();

        daniel.say("<@" + mei.person().id().value() + "> are you there?");
        await().until(() -> desk.node()
                .bean(Preflights.class)
                .findDay(harbour())
                .filter(LarkDay::broken)
                .isPresent());
        desk.node().bean(DailyPreflight.class).look();

        assertThat(desk.node().bean(Transactions.class).<List<Notice>>inTransaction(now -> desk.node()
                        .bean(Notices.class)
                        .lockDue(now, 99)))
                .extracting(Notice::matter)
                .anySatisfy(
                        matter -> assertThat(matter).isInstanceOfSatisfying(Matter.Drifted.class, drifted -> assertThat(
                                        drifted.drift().checks())
                                .containsExactly(Check.ENABLED)));
        assertThat(counted()).isEqualTo(before);
    }
}
