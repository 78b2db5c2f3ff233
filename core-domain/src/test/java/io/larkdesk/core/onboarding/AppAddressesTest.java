package io.larkdesk.core.onboarding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.larkdesk.core.onboarding.Finding.Check;
import io.larkdesk.core.onboarding.Finding.What;
import io.larkdesk.core.tenant.AppId;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AppAddressesTest {

    private final AppAddresses addresses =
            new AppAddresses(new DeskAddress(URI.create("https://ailink.gts.work")), new AppId("cli_a8f3"));

    @Test
    void addressesAreThoseOfTheGuide() {
        assertThat(addresses.homePage()).hasToString("https://ailink.gts.work/lark/cli_a8f3/workbench");
        assertThat(addresses.redirectUrls())
                .map(URI::toString)
                .containsExactly(
                        "https://ailink.gts.work/lark/cli_a8f3",
                        "https://ailink.gts.work/lark/cli_a8f3/workbench",
                        "https://ailink.gts.work/thirdparty/lark/cli_a8f3/login",
                        "https://ailink.gts.work/thirdparty/lark/cli_a8f3/oauth2/callback",
                        "https://ailink.gts.work/lark/cli_a8f3/person/inviteToGroup");
        assertThat(addresses.trustedDomain()).hasToString("https://ailink.gts.work");
    }

    @Test
    void scopesAreThoseOfTheGuideByteForByte() {
        assertThat(AppScope.batchImport()).isEqualTo("""
                {
                "scopes": {
                "tenant": [
                "application:application:self_manage",
                "cardkit:card:write",
                "im:message:send_as_bot",
                "tenant:tenant:readonly"
                ],
                "user": []
                }
                }""");
    }

    @Test
    void aDeskIsAtTheRootOfAHost() {
        assertThat(new DeskAddress(URI.create("http://localhost:8080/"))).hasToString("http://localhost:8080");
        for (String wrong : List.of("ftp://a", "https://a/b", "https://a?b", "a")) {
            assertThatThrownBy(() -> new DeskAddress(URI.create(wrong))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    /** In the guide the last redirect URL and the next heading stand in one line. */
    @Test
    void theLineThatTheGuideRunsTogetherIsNamed() {
        RightApp app = RightApp.of("https://ailink.gts.work", "cli_a8f3");
        List<String> urls = new ArrayList<>(app.redirectUrls());
        urls.set(4, urls.get(4) + "2. Set H5 trusted domains");
        urls.add("https://example.net/kept");

        assertThat(app.preflight(app.withRedirectUrls(urls)).findings())
                .filteredOn(finding -> finding.check() == Check.REDIRECT_URLS)
                .extracting(Finding::what)
                .containsExactly(
                        What.AS_EXPECTED,
                        What.AS_EXPECTED,
                        What.AS_EXPECTED,
                        What.AS_EXPECTED,
                        What.RUN_TOGETHER,
                        What.NOT_NEEDED);
    }

    @Test
    void whatFollowsAQuestionMarkDoesNotCount() {
        RightApp app = RightApp.of("https://ailink.gts.work", "cli_a8f3");
        List<String> urls = new ArrayList<>(app.redirectUrls());
        urls.set(0, urls.get(0) + "?from=lark#x");

        assertThat(app.preflight(app.withRedirectUrls(urls)).failed()).isEmpty();
    }

    @Test
    void aVersionTellsSinceWhenAndWhatWaits() {
        RightApp app = RightApp.of("https://ailink.gts.work", "cli_a8f3");
        AppFacts.Settings waiting =
                new AppFacts.Settings("Service", AppFacts.Status.ENABLED, app.redirectUrls(), Optional.of("1.0.3"));

        Preflight preflight = app.preflight(app.with(waiting));

        assertThat(preflight.outcome()).isEqualTo(Preflight.Outcome.PASSED);
        assertThat(preflight.findings())
                .filteredOn(finding -> finding.check() == Check.VERSION)
                .extracting(Finding::what, Finding::found, Finding::since)
                .containsExactly(
                        tuple(What.AS_EXPECTED, "1.0.2", Optional.of(RightApp.RELEASED)),
                        tuple(What.NEWER_WAITS, "1.0.3", Optional.empty()));
    }
}
