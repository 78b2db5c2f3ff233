package io.larkdesk.app.console.tenants;

import io.larkdesk.app.console.AppFields;
import io.larkdesk.app.page.Viewer;
import io.larkdesk.core.onboarding.AppAddresses;
import io.larkdesk.core.onboarding.AppScope;
import io.larkdesk.core.onboarding.Finding.Check;
import io.larkdesk.core.onboarding.Finding.Verdict;
import io.larkdesk.core.onboarding.GuideStep;
import io.larkdesk.core.onboarding.ShowOnboarding;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.Edition;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantState;
import io.larkdesk.lark.LarkConsole;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The steps by which a customer comes into service, the same for the TAM and for the customer's administrator.
 *
 * @param viewer for whom and when
 * @param path where its forms are sent
 * @param csrf goes into every form of the console; empty for the customer's administrator, who has no session
 * @param shown how far the customer is
 * @param domain where this deployment is found
 * @param addresses what Lark has to know, once the App ID is known
 * @param preflight what the last Preflight found, if there was one
 * @param console leads into Lark's developer console
 * @param entered what was entered and refused
 * @param wrong the field that is wrong, or what else could not be done, if something was
 */
public record GuideView(
        Viewer viewer,
        String path,
        Optional<String> csrf,
        ShowOnboarding.Shown shown,
        URI domain,
        Optional<AppAddresses> addresses,
        Optional<PreflightView> preflight,
        LarkConsole console,
        Map<String, String> entered,
        Optional<String> wrong) {

    /** {@code wrong} where another tenant has the app. */
    static final String TAKEN = "taken";

    /** {@code wrong} where the app has not passed the Preflight, and was to come into service. */
    static final String NOT_VERIFIED = "notVerified";

    /** {@code wrong} where the app was to come into service, and nobody would look after the customer. */
    static final String NO_TAM = "noTam";

    private static final Set<String> OF_ACTIVATION = Set.of(NOT_VERIFIED, NO_TAM);
    private static final List<String> FIELDS = List.of("organisation", "app_id", "brand", "edition");

    /** Copies the map. */
    public GuideView {
        Objects.requireNonNull(viewer, "viewer");
        Objects.requireNonNull(path, "path");
        Objects.requireNonNull(csrf, "csrf");
        Objects.requireNonNull(shown, "shown");
        Objects.requireNonNull(domain, "domain");
        Objects.requireNonNull(addresses, "addresses");
        Objects.requireNonNull(preflight, "preflight");
        Objects.requireNonNull(console, "console");
        entered = Map.copyOf(entered);
        Objects.requireNonNull(wrong, "wrong");
    }

    /** The steps, in order. */
    public List<GuideStep> steps() {
        return List.of(GuideStep.values());
    }

    /** The place of {@code step} among them, from 1. */
    public int number(GuideStep step) {
        return steps().indexOf(step) + 1;
    }

    /** What was found of {@code step}, if that was looked at. */
    public Optional<Verdict> verdict(GuideStep step) {
        return preflight.flatMap(found -> found.verdict(step)).filter(verdict -> verdict != Verdict.NOT_CHECKABLE);
    }

    /** Whether {@code step} is done: what was found goes before what was said. */
    public boolean isDone(GuideStep step) {
        return verdict(step)
                .map(Verdict.PASSED::equals)
                .orElseGet(() -> step == GuideStep.CREDENTIALS
                        ? shown.tenant().isPresent()
                        : shown.onboarding().said().contains(step));
    }

    /** Whether something of {@code step} is to be mended. */
    public boolean isBad(GuideStep step) {
        return verdict(step).filter(Verdict.FAILED::equals).isPresent();
    }

    /** The class of {@code step}, by how it stands. */
    public String mark(GuideStep step) {
        if (isBad(step)) {
            return "step bad";
        }
        return isDone(step) ? "step done" : "step";
    }

    /** Whether the customer can come into service. */
    public boolean isVerified() {
        return shown.tenant()
                .filter(tenant -> tenant.state() == TenantState.VERIFIED)
                .isPresent();
    }

    /** The fields for the customer's Lark app: what was entered just now, or what is known. */
    public AppFields fields() {
        Map<String, String> values = FIELDS.stream()
                .collect(Collectors.toMap(Function.identity(), name -> Optional.ofNullable(entered.get(name))
                        .orElseGet(() -> known(name))));
        Optional<String> field = fieldProblem().map(problem -> problem.equals(TAKEN) ? "app_id" : problem);
        return new AppFields(values, field, List.of(Edition.values()));
    }

    /** What is wrong with what was entered, if something is: the end of its text's key. */
    public Optional<String> fieldProblem() {
        return wrong.filter(problem -> !OF_ACTIVATION.contains(problem));
    }

    /** Why the customer did not come into service just now: the end of its text's key. */
    public Optional<String> activationProblem() {
        return wrong.filter(OF_ACTIVATION::contains);
    }

    private String known(String name) {
        Optional<Tenant> tenant = shown.tenant();
        return switch (name) {
            case "organisation" -> shown.onboarding().organisation().value();
            case "app_id" -> tenant.map(known -> known.appId().value()).orElse("");
            case "brand" -> tenant.map(known -> known.brand().name()).orElse(Brand.LARK.name());
            case "edition" -> tenant.map(known -> known.edition().name()).orElse(Edition.FREE.name());
            default -> "";
        };
    }

    /** The redirect addresses, each on a line of its own. */
    public String redirectUrls() {
        return addresses
                .map(known -> String.join(
                        "\n",
                        known.redirectUrls().stream().map(Object::toString).toList()))
                .orElse("");
    }

    /** Where in Lark's developer console {@code step} is done; of an app that is not known yet, where apps are created, by platform. */
    public Map<Brand, URI> pages(GuideStep step) {
        if (shown.tenant().isPresent()) {
            Tenant tenant = shown.tenant().get();
            Check check = step == GuideStep.PERMISSIONS ? Check.SCOPES : Check.ENABLED;
            return Map.of(tenant.brand(), console.page(tenant.brand(), tenant.appId(), check));
        }
        Map<Brand, URI> pages = new EnumMap<>(Brand.class);
        if (step == GuideStep.CREATE_APP) {
            Stream.of(Brand.values()).forEach(brand -> pages.put(brand, console.apps(brand)));
        }
        return pages;
    }

    /** The permissions as Lark's batch import takes them. */
    public String scopes() {
        return AppScope.batchImport();
    }
}
