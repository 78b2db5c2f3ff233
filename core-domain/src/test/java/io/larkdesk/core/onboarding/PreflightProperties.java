package io.larkdesk.core.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.onboarding.AppAnswer.Refusal;
import io.larkdesk.core.onboarding.AppAnswer.Refused;
import io.larkdesk.core.onboarding.AppFacts.Range;
import io.larkdesk.core.onboarding.AppFacts.Release;
import io.larkdesk.core.onboarding.AppFacts.Scopes;
import io.larkdesk.core.onboarding.AppFacts.Settings;
import io.larkdesk.core.onboarding.AppFacts.Status;
import io.larkdesk.core.onboarding.AppFacts.WebApp;
import io.larkdesk.core.onboarding.Finding.Check;
import io.larkdesk.core.onboarding.Finding.Verdict;
import io.larkdesk.core.onboarding.Finding.What;
import io.larkdesk.core.onboarding.Preflight.Outcome;
import io.larkdesk.core.onboarding.Reading.Read;
import io.larkdesk.core.onboarding.Reading.Unread;
import io.larkdesk.core.onboarding.Reading.Why;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PreflightProperties {

    /** One thing that is wrong with an app that is otherwise right. */
    private record Defect(String name, Check check, What what, Function<RightApp, AppFacts> facts) {

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Defect> DEFECTS = List.of(
            new Defect("OTHER_NAME", Check.ORGANISATION, What.OTHER_NAME, app -> {
                AppFacts right = app.facts();
                return new AppFacts(new Read<>("Harbour Retail"), right.settings(), right.released(), right.scopes());
            }),
            new Defect("DISABLED", Check.ENABLED, What.DISABLED, app -> app.with(withStatus(app, Status.DISABLED))),
            new Defect(
                    "NOT_ENABLED",
                    Check.ENABLED,
                    What.NOT_ENABLED,
                    app -> app.with(withStatus(app, Status.NOT_ENABLED))),
            new Defect("NOT_RELEASED", Check.VERSION, What.NOT_RELEASED, app -> {
                AppFacts right = app.facts();
                return new AppFacts(
                        right.organisation(),
                        new Read<>(withStatus(app, Status.NOT_ENABLED)),
                        new Read<>(Optional.empty()),
                        new Unread<>(Why.NOT_RELEASED));
            }),
            new Defect(
                    "NO_BOT",
                    Check.BOT,
                    What.OFF,
                    app -> app.withRelease(release ->
                            new Release(release.version(), release.since(), false, release.webApp(), release.range()))),
            new Defect(
                    "NO_WEB_APP",
                    Check.WEB_APP,
                    What.OFF,
                    app -> app.withRelease(release ->
                            new Release(release.version(), release.since(), true, Optional.empty(), release.range()))),
            new Defect("HOME_PAGE_MISSING", Check.HOME_PAGE, What.MISSING, app -> app.withWebApp("", app.homePage())),
            new Defect(
                    "HOME_PAGE_WITH_SLASH",
                    Check.HOME_PAGE,
                    What.EXTRA_SLASH,
                    app -> app.withWebApp(app.homePage() + "/", app.homePage())),
            new Defect(
                    "HOME_PAGE_ON_PHONES",
                    Check.HOME_PAGE,
                    What.OTHER_ADDRESS,
                    app -> app.withWebApp(app.homePage(), "https://example.net/")),
            new Defect(
                    "HOME_PAGE_OF_OTHER_APP",
                    Check.HOME_PAGE,
                    What.OTHER_APP,
                    app -> app.withWebApp(otherApp(app, app.homePage()), app.homePage())),
            new Defect(
                    "NOBODY",
                    Check.AVAILABILITY,
                    What.NOBODY,
                    app -> app.withRelease(release -> new Release(
                            release.version(), release.since(), true, release.webApp(), new Range(false, 0, 0, 0)))));

    /** What people do to an address as they copy it. */
    private record Slip(String name, What what, Copying copying) {
        private interface Copying {
            List<String> copy(RightApp app, String url);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Slip> SLIPS = List.of(
            new Slip("MISSING", What.MISSING, (app, url) -> List.of()),
            new Slip("SPACE", What.EXTRA_SPACE, (app, url) -> List.of(url + " ")),
            new Slip("SLASH", What.EXTRA_SLASH, (app, url) -> List.of(url + "/")),
            new Slip("SLASH_INSIDE", What.EXTRA_SLASH, (app, url) -> List.of(url.replace("/lark/", "//lark/"))),
            new Slip(
                    "SCHEME",
                    What.OTHER_SCHEME,
                    (app, url) -> List.of(
                            url.startsWith("https") ? url.replace("https", "http") : url.replace("http", "https"))),
            new Slip("HOST", What.OTHER_HOST, (app, url) -> List.of(url.replaceFirst("://[^/]*", "://other.example"))),
            new Slip("OTHER_APP", What.OTHER_APP, (app, url) -> List.of(otherApp(app, url))),
            new Slip(
                    "PLACE_OF_APP",
                    What.OTHER_APP,
                    (app, url) -> List.of(url.replace("/lark/" + app.addresses().app(), "/lark/{appId}"))),
            new Slip("NEXT_LINE", What.RUN_TOGETHER, (app, url) -> List.of(url + "2. Set H5 trusted domains")),
            new Slip("LINE_BEFORE", What.RUN_TOGETHER, (app, url) -> List.of("Redirect URLs:" + url)),
            new Slip("ANOTHER", What.MISSING, (app, url) -> List.of("https://example.net/" + url.length())));

    private static Settings withStatus(RightApp app, Status status) {
        return new Settings("Enterprise Service", status, app.redirectUrls(), Optional.empty());
    }

    @Provide
    Arbitrary<Defect> defects() {
        return Arbitraries.of(DEFECTS);
    }

    @Provide
    Arbitrary<Slip> slips() {
        return Arbitraries.of(SLIPS);
    }

    private static String otherApp(RightApp app, String url) {
        return url.replace("/lark/" + app.addresses().app(), "/lark/cli_other_0815");
    }

    @Provide
    Arbitrary<RightApp> apps() {
        Arbitrary<String> desks = Arbitraries.of(
                "https://desk.example.com",
                "https://desk.example.com/",
                "https://ailink.gts.work",
                "http://localhost:8080",
                "https://[::1]:8443");
        Arbitrary<String> ids = Arbitraries.strings()
                .withCharRange('a', 'z')
                .numeric()
                .withChars("_-")
                .ofMinLength(1)
                .ofMaxLength(40)
                .map(text -> "cli_" + text);
        return Combinators.combine(desks, ids).as(RightApp::of);
    }

    @Property(tries = 50)
    void aRightAppPassesEverything(@ForAll("apps") RightApp app) {
        Preflight preflight = app.preflight(app.facts());

        assertThat(preflight.failed()).isEmpty();
        assertThat(preflight.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(preflight.verdict(Check.TRUSTED_DOMAIN)).isEqualTo(Verdict.NOT_CHECKABLE);
        assertThat(preflight.provenBy(app.addresses(), true).verdict(Check.TRUSTED_DOMAIN))
                .isEqualTo(Verdict.PASSED);
    }

    @Property(tries = 200)
    void oneDefectIsFoundAndNothingElse(@ForAll("apps") RightApp app, @ForAll("defects") Defect defect) {
        Preflight preflight = app.preflight(defect.facts.apply(app));

        assertThat(preflight.failed()).containsExactly(defect.check);
        assertThat(failures(preflight)).extracting(Finding::what).containsExactly(defect.what);
    }

    @Property(tries = 1000)
    void oneSlipWithAnAddressIsFoundAndNamed(
            @ForAll("apps") RightApp app, @ForAll @IntRange(max = 4) int which, @ForAll("slips") Slip slip) {
        List<String> urls = new ArrayList<>(app.redirectUrls());
        String wanted = urls.remove(which);
        List<String> copied = slip.copying.copy(app, wanted);
        urls.addAll(which, copied);

        Preflight preflight = app.preflight(app.withRedirectUrls(urls));

        assertThat(preflight.failed()).containsExactly(Check.REDIRECT_URLS);
        assertThat(failures(preflight)).singleElement().satisfies(failure -> {
            assertThat(failure.expected()).isEqualTo(wanted);
            assertThat(failure.what()).isEqualTo(slip.what);
            assertThat(failure.found()).isEqualTo(slip.what == What.MISSING ? "" : copied.get(0));
        });
    }

    @Property(tries = 200)
    void twoAddressesInOneLineAreBothMissed(@ForAll("apps") RightApp app, @ForAll @IntRange(max = 3) int which) {
        List<String> urls = new ArrayList<>(app.redirectUrls());
        String first = urls.remove(which);
        String second = urls.remove(which);
        urls.add(first + second);

        Preflight preflight = app.preflight(app.withRedirectUrls(urls));

        assertThat(preflight.failed()).containsExactly(Check.REDIRECT_URLS);
        assertThat(failures(preflight)).extracting(Finding::expected).containsExactly(first, second);
        assertThat(failures(preflight)).extracting(Finding::what).containsOnly(What.RUN_TOGETHER);
    }

    @Property(tries = 100)
    void aScopeIsMissingOrNotApproved(@ForAll("apps") RightApp app, @ForAll AppScope scope, @ForAll boolean asked) {
        Set<String> granted = new HashSet<>(RightApp.allScopes());
        granted.remove(scope.value());
        granted.add("im:chat:readonly");

        Preflight preflight =
                app.preflight(app.with(new Scopes(granted, asked ? Set.of(scope.value()) : Set.of("im:resource"))));

        assertThat(preflight.failed()).containsExactly(Check.SCOPES);
        assertThat(failures(preflight)).singleElement().satisfies(failure -> {
            assertThat(failure.expected()).isEqualTo(scope.value());
            assertThat(failure.what()).isEqualTo(asked ? What.NOT_APPROVED : What.MISSING);
        });
    }

    @Property(tries = 200)
    void theOrderInWhichLarkTellsDoesNotMatter(
            @ForAll("apps") RightApp app,
            @ForAll("slips") Slip slip,
            @ForAll @IntRange(max = 4) int which,
            @ForAll Random by) {
        List<String> urls = new ArrayList<>(app.redirectUrls());
        urls.addAll(slip.copying.copy(app, urls.remove(which)));
        urls.add("https://example.net/a");
        List<Finding> before = app.preflight(app.withRedirectUrls(urls)).findings();

        Collections.shuffle(urls, by);

        assertThat(app.preflight(app.withRedirectUrls(urls)).findings()).isEqualTo(before);
    }

    @Property(tries = 300)
    void garbageIsNeverTakenForAnAddressAndBreaksNothing(
            @ForAll("apps") RightApp app, @ForAll List<String> garbage, @ForAll String page, @ForAll String scope) {
        Preflight preflight = app.preflight(new AppFacts(
                new Read<>(page),
                new Read<>(new Settings(scope, Status.UNKNOWN, garbage, Optional.of(page))),
                new Read<>(Optional.of(new Release(
                        page,
                        Optional.empty(),
                        true,
                        Optional.of(new WebApp(page, scope)),
                        new Range(false, 1, 0, 0)))),
                new Read<>(new Scopes(Set.of(scope), Set.copyOf(garbage)))));

        assertThat(preflight.failed()).contains(Check.ORGANISATION, Check.HOME_PAGE, Check.REDIRECT_URLS, Check.SCOPES);
        assertThat(preflight.outcome()).isEqualTo(Outcome.FAILED);
    }

    @Property(tries = 100)
    void whatCannotBeReadIsNotWrong(@ForAll("apps") RightApp app, @ForAll Why why) {
        Preflight preflight =
                app.preflight(new AppFacts(new Unread<>(why), new Unread<>(why), new Unread<>(why), new Unread<>(why)));

        assertThat(preflight.failed()).isEmpty();
        assertThat(preflight.outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(checked(preflight)).containsExactlyInAnyOrder(Check.values());
    }

    @Property(tries = 100)
    void aRefusalIsOneFindingAndTheRestWaits(@ForAll("apps") RightApp app, @ForAll Refusal refusal) {
        Preflight preflight = app.preflight(new Refused(refusal, 0));

        assertThat(checked(preflight)).containsExactlyInAnyOrder(Check.values());
        assertThat(preflight.findings()).hasSize(Check.values().length);
        assertThat(preflight.failed())
                .isEqualTo(
                        switch (refusal) {
                            case SECRET_REFUSED, UNKNOWN_APP, CREDENTIALS_REFUSED -> Set.of(Check.CREDENTIALS);
                            case OTHER_BRAND -> Set.of(Check.BRAND);
                            case DISABLED, ADDRESS_REFUSED -> Set.of(Check.ENABLED);
                            case UNREACHABLE -> Set.of();
                        });
    }

    private static List<Check> checked(Preflight preflight) {
        return preflight.findings().stream().map(Finding::check).distinct().toList();
    }

    private static List<Finding> failures(Preflight preflight) {
        return preflight.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.FAILED)
                .collect(Collectors.toList());
    }

    @Property(tries = 50)
    void everyCheckHasAFinding(@ForAll("apps") RightApp app, @ForAll("defects") Defect defect) {
        assertThat(checked(app.preflight(defect.facts.apply(app)))).isEqualTo(Arrays.asList(Check.values()));
    }
}
