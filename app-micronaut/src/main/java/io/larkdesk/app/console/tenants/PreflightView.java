package io.larkdesk.app.console.tenants;

import io.larkdesk.app.page.Texts;
import io.larkdesk.app.page.Viewer;
import io.larkdesk.core.onboarding.Finding;
import io.larkdesk.core.onboarding.Finding.Check;
import io.larkdesk.core.onboarding.Finding.Verdict;
import io.larkdesk.core.onboarding.Finding.What;
import io.larkdesk.core.onboarding.GuideStep;
import io.larkdesk.core.onboarding.Preflight;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.lark.LarkConsole;
import java.net.URI;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the last Preflight found, in the viewer's words.
 *
 * @param viewer for whom and when
 * @param preflight the last one
 * @param pages where in Lark's console each check's subject is
 */
public record PreflightView(Viewer viewer, Preflight preflight, Function<Check, URI> pages) {

    /** Refuses null. */
    public PreflightView {
        Objects.requireNonNull(viewer, "viewer");
        Objects.requireNonNull(preflight, "preflight");
        Objects.requireNonNull(pages, "pages");
    }

    /** That of {@code tenant}, if it was looked into. */
    static Optional<PreflightView> of(
            Viewer viewer, Optional<Preflight> last, Optional<Tenant> tenant, LarkConsole console) {
        return last.flatMap(preflight -> tenant.map(known ->
                new PreflightView(viewer, preflight, check -> console.page(known.brand(), known.appId(), check))));
    }

    /** Where in Lark's console what {@code check} found is mended; empty if nothing is to be. */
    public Optional<String> mendedAt(Check check) {
        return preflight.verdict(check) == Verdict.FAILED
                ? Optional.of(pages.apply(check).toString())
                : Optional.empty();
    }

    /** The checks, in order. */
    public List<Check> checks() {
        return List.of(Check.values());
    }

    /** How many checks ended with {@code verdict}. */
    public int count(Verdict verdict) {
        return (int) Arrays.stream(Check.values())
                .filter(check -> preflight.verdict(check) == verdict)
                .count();
    }

    /** How many checks ended how, in words. */
    public String summary() {
        return viewer.texts()
                .say(
                        "preflight.summary",
                        Map.of(
                                "failed",
                                count(Verdict.FAILED),
                                "passed",
                                count(Verdict.PASSED),
                                "open",
                                count(Verdict.NOT_CHECKABLE)));
    }

    /** When it was, and what it cost. */
    public String made() {
        return viewer.texts()
                .say("preflight.at", Map.of("time", viewer.times().point(preflight.at()), "calls", preflight.calls()));
    }

    /** The class of {@code check}, by how it ended. */
    public String mark(Check check) {
        return switch (preflight.verdict(check)) {
            case PASSED -> "p";
            case FAILED -> "x";
            case NOT_CHECKABLE -> "q";
        };
    }

    /** The key of how {@code check} ended, for whoever sees no colours. */
    public String verdictKey(Check check) {
        return switch (preflight.verdict(check)) {
            case PASSED -> "preflight.passed";
            case FAILED -> "preflight.failed";
            case NOT_CHECKABLE -> "preflight.open";
        };
    }

    /** The name of the icon of {@code check}. */
    public String icon(Check check) {
        return switch (preflight.verdict(check)) {
            case PASSED -> "check";
            case FAILED -> "x";
            case NOT_CHECKABLE -> "info";
        };
    }

    /** What is to be said of {@code check}: all that is wrong or open, and of what is right one line is enough. */
    public List<String> lines(Check check) {
        List<Finding> found = preflight.findings().stream()
                .filter(finding -> finding.check() == check)
                .toList();
        boolean isRight = preflight.verdict(check) == Verdict.PASSED;
        return found.stream()
                .filter(finding -> isRight || finding.verdict() != Verdict.PASSED)
                .map(this::say)
                .distinct()
                .toList();
    }

    private String say(Finding finding) {
        Texts texts = viewer.texts();
        String general = "finding." + finding.what();
        String special = "finding." + finding.check() + "." + finding.what();
        return texts.say(
                texts.keys().contains(special) ? special : general,
                Map.of("expected", finding.expected(), "found", finding.found()));
    }

    /** Lark's name of the organisation, if it is another than ours. */
    public Optional<String> larksName() {
        return preflight.findings().stream()
                .filter(finding -> finding.what() == What.OTHER_NAME)
                .map(Finding::found)
                .findAny();
    }

    /** What came of the checks that belong to {@code step}; empty if none does. */
    public Optional<Verdict> verdict(GuideStep step) {
        Set<Check> checks = checksOf(step);
        if (checks.isEmpty()) {
            return Optional.empty();
        }
        Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        checks.forEach(check -> verdicts.add(preflight.verdict(check)));
        if (verdicts.contains(Verdict.FAILED)) {
            return Optional.of(Verdict.FAILED);
        }
        return Optional.of(verdicts.contains(Verdict.NOT_CHECKABLE) ? Verdict.NOT_CHECKABLE : Verdict.PASSED);
    }

    private static Set<Check> checksOf(GuideStep step) {
        return switch (step) {
            case CREATE_APP, CREDENTIALS -> EnumSet.of(Check.CREDENTIALS, Check.BRAND);
            case ADD_FEATURES -> EnumSet.of(Check.BOT, Check.WEB_APP);
            case WEB_APP_LINK -> EnumSet.of(Check.HOME_PAGE);
            case PERMISSIONS -> EnumSet.of(Check.SCOPES);
            case SECURITY -> EnumSet.of(Check.REDIRECT_URLS);
            case RELEASE -> EnumSet.of(Check.VERSION, Check.ENABLED);
        };
    }
}
