package io.larkdesk.core.onboarding;

import io.larkdesk.core.onboarding.AppFacts.Range;
import io.larkdesk.core.onboarding.AppFacts.Release;
import io.larkdesk.core.onboarding.AppFacts.Scopes;
import io.larkdesk.core.onboarding.AppFacts.Settings;
import io.larkdesk.core.onboarding.AppFacts.WebApp;
import io.larkdesk.core.onboarding.Finding.Check;
import io.larkdesk.core.onboarding.Finding.Verdict;
import io.larkdesk.core.onboarding.Finding.What;
import io.larkdesk.core.tenant.Tenant;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Compares what Lark tells of a tenant's app with what it ought to be. */
final class Comparison {

    private final Tenant tenant;
    private final AppAddresses addresses;
    private final List<Finding> findings = new ArrayList<>();

    private Comparison(Tenant tenant, AppAddresses addresses) {
        this.tenant = tenant;
        this.addresses = addresses;
    }

    static List<Finding> of(Tenant tenant, AppAddresses addresses, AppFacts facts) {
        Comparison comparison = new Comparison(tenant, addresses);
        comparison.compare(facts);
        return List.copyOf(comparison.findings);
    }

    private void compare(AppFacts facts) {
        add(Finding.passed(Check.CREDENTIALS, tenant.appId().value()));
        add(Finding.passed(Check.BRAND, tenant.brand().name()));
        look(facts.organisation(), this::organisation, Check.ORGANISATION);
        boolean released = facts.released().<Boolean>fold(Optional::isPresent, why -> true);
        look(facts.settings(), settings -> Stream.of(enabled(settings, released)), Check.ENABLED);
        look(facts.released(), this::version, Check.VERSION);
        facts.settings()
                .fold(Settings::waiting, why -> Optional.<String>empty())
                .ifPresent(this::waits);
        Reading<Release> release = facts.released()
                .fold(
                        found -> found.<Reading<Release>>map(Reading.Read::new)
                                .orElseGet(() -> new Reading.Unread<>(Reading.Why.NOT_RELEASED)),
                        Reading.Unread::new);
        look(release, found -> feature(Check.BOT, found.bot()), Check.BOT);
        look(release, found -> feature(Check.WEB_APP, found.webApp().isPresent()), Check.WEB_APP);
        look(release, this::homePages, Check.HOME_PAGE);
        look(facts.settings(), settings -> redirectUrls(settings.redirectUrls()), Check.REDIRECT_URLS);
        look(facts.scopes(), Comparison::scopes, Check.SCOPES);
        look(release, found -> Stream.of(availability(found.range())), Check.AVAILABILITY);
    }

    private void add(Finding finding) {
        findings.add(finding);
    }

    private <T> void look(Reading<T> reading, Function<T, Stream<Finding>> compare, Check check) {
        reading.<Stream<Finding>>fold(compare, why -> Stream.of(Finding.notCheckable(check, what(why))))
                .forEach(this::add);
    }

    private static What what(Reading.Why why) {
        return switch (why) {
            case SCOPE_MISSING -> What.SCOPE_NEEDED;
            case OUT_OF_BUDGET -> What.OUT_OF_BUDGET;
            case UNREACHABLE -> What.UNREACHABLE;
            case NOT_RELEASED -> What.BLOCKED;
        };
    }

    private Stream<Finding> organisation(String name) {
        return Stream.of(
                name.equals(tenant.organisation())
                        ? Finding.passed(Check.ORGANISATION, name)
                        : Finding.failed(Check.ORGANISATION, What.OTHER_NAME, tenant.organisation(), name));
    }

    /** What was never released cannot be switched on. */
    private static Finding enabled(Settings settings, boolean released) {
        return switch (settings.status()) {
            case ENABLED -> Finding.passed(Check.ENABLED, What.AS_EXPECTED, "", settings.name());
            case DISABLED -> Finding.failed(Check.ENABLED, What.DISABLED, "", settings.name());
            case NOT_ENABLED ->
                released
                        ? Finding.failed(Check.ENABLED, What.NOT_ENABLED, "", settings.name())
                        : Finding.notCheckable(Check.ENABLED, What.BLOCKED);
            case UNKNOWN -> Finding.notCheckable(Check.ENABLED, What.UNREACHABLE);
        };
    }

    private Stream<Finding> version(Optional<Release> release) {
        return Stream.of(release.map(found -> new Finding(
                        Check.VERSION, Verdict.PASSED, What.AS_EXPECTED, "", found.version(), found.since()))
                .orElseGet(() -> Finding.failed(Check.VERSION, What.NOT_RELEASED, "", "")));
    }

    private void waits(String version) {
        add(Finding.passed(Check.VERSION, What.NEWER_WAITS, "", version));
    }

    private static Stream<Finding> feature(Check check, boolean isOn) {
        return Stream.of(
                isOn ? Finding.passed(check, What.AS_EXPECTED, "", "") : Finding.failed(check, What.OFF, "", ""));
    }

    private Stream<Finding> homePages(Release release) {
        return release.webApp()
                .map(this::homePages)
                .orElseGet(() -> Stream.of(Finding.notCheckable(Check.HOME_PAGE, What.BLOCKED)));
    }

    /** A page of its own for phones is not asked for; but if there is one, it has to be ours. */
    private Stream<Finding> homePages(WebApp webApp) {
        return Stream.concat(
                        Stream.of(webApp.desktop()), Stream.of(webApp.mobile()).filter(page -> !page.isBlank()))
                .distinct()
                .map(this::homePage);
    }

    private Finding homePage(String found) {
        String expected = addresses.homePage().toString();
        What what = compared(addresses.homePage()).explain(found);
        return what == What.AS_EXPECTED
                ? Finding.passed(Check.HOME_PAGE, found)
                : Finding.failed(Check.HOME_PAGE, what, expected, found);
    }

    private Stream<Finding> redirectUrls(List<String> found) {
        List<AddressComparison> wanted =
                addresses.redirectUrls().stream().map(this::compared).toList();
        List<String> others = found.stream()
                .filter(url -> wanted.stream().noneMatch(one -> one.isSame(url)))
                .distinct()
                .sorted()
                .toList();
        List<Finding> ofWanted = wanted.stream()
                .map(one -> found.stream().anyMatch(one::isSame)
                        ? Finding.passed(Check.REDIRECT_URLS, one.expected())
                        : absent(one, others))
                .toList();
        Stream<Finding> notNeeded = others.stream()
                .filter(url -> ofWanted.stream().noneMatch(one -> one.found().equals(Finding.shown(url))))
                .map(url -> Finding.passed(Check.REDIRECT_URLS, What.NOT_NEEDED, "", url));
        return Stream.concat(ofWanted.stream(), notNeeded);
    }

    /** What may have become of a redirect URL that is not there as it ought to be. */
    private static Finding absent(AddressComparison wanted, List<String> others) {
        return others.stream()
                .filter(url -> wanted.explain(url) != What.OTHER_ADDRESS && !url.isBlank())
                .findFirst()
                .map(url -> Finding.failed(Check.REDIRECT_URLS, wanted.explain(url), wanted.expected(), url))
                .orElseGet(() -> Finding.failed(Check.REDIRECT_URLS, What.MISSING, wanted.expected(), ""));
    }

    private AddressComparison compared(URI expected) {
        return AddressComparison.with(expected, addresses.app());
    }

    private static Stream<Finding> scopes(Scopes scopes) {
        return Arrays.stream(AppScope.values()).map(AppScope::value).map(scope -> {
            if (scopes.granted().contains(scope)) {
                return Finding.passed(Check.SCOPES, scope);
            }
            What what = scopes.asked().contains(scope) ? What.NOT_APPROVED : What.MISSING;
            return Finding.failed(Check.SCOPES, what, scope, "");
        });
    }

    private static Finding availability(Range range) {
        if (range.isNobody()) {
            return Finding.failed(Check.AVAILABILITY, What.NOBODY, "", "");
        }
        return range.everybody()
                ? Finding.passed(Check.AVAILABILITY, What.AS_EXPECTED, "", "")
                : Finding.passed(
                        Check.AVAILABILITY,
                        What.SOME,
                        "",
                        range.persons() + " " + range.departments() + " " + range.groups());
    }
}
