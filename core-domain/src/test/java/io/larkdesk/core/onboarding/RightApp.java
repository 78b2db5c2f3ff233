package io.larkdesk.core.onboarding;

import io.larkdesk.core.onboarding.AppFacts.Range;
import io.larkdesk.core.onboarding.AppFacts.Release;
import io.larkdesk.core.onboarding.AppFacts.Scopes;
import io.larkdesk.core.onboarding.AppFacts.Settings;
import io.larkdesk.core.onboarding.AppFacts.Status;
import io.larkdesk.core.onboarding.AppFacts.WebApp;
import io.larkdesk.core.onboarding.Reading.Read;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.Edition;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.SealedSecret;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.TenantState;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A tenant, and its app as it ought to be. */
record RightApp(Tenant tenant, AppAddresses addresses) {

    static final Instant RELEASED = Instant.parse("2026-05-04T13:50:00Z");

    static RightApp of(String desk, String appId) {
        AppId app = new AppId(appId);
        Tenant tenant = new Tenant(
                new TenantId(new UUID(1, 1)),
                Tenant.Kind.CUSTOMER,
                "Harbour Retail Group",
                app,
                Brand.LARK,
                new SealedSecret("c2VhbGVk"),
                Edition.FREE,
                Allowance.FREE_EDITION,
                Optional.of(new PlanName("Gold")),
                TenantState.DRAFT,
                Optional.empty());
        return new RightApp(tenant, new AppAddresses(new DeskAddress(URI.create(desk)), app));
    }

    List<String> redirectUrls() {
        return addresses.redirectUrls().stream().map(URI::toString).toList();
    }

    String homePage() {
        return addresses.homePage().toString();
    }

    static Set<String> allScopes() {
        return Arrays.stream(AppScope.values()).map(AppScope::value).collect(Collectors.toUnmodifiableSet());
    }

    AppFacts facts() {
        return new AppFacts(
                new Read<>(tenant.organisation()),
                new Read<>(settings()),
                new Read<>(Optional.of(release())),
                new Read<>(new Scopes(allScopes(), Set.of())));
    }

    Settings settings() {
        return new Settings("Enterprise Service", Status.ENABLED, redirectUrls(), Optional.empty());
    }

    Release release() {
        return new Release(
                "1.0.2", Optional.of(RELEASED), true, Optional.of(new WebApp(homePage(), homePage())), Range.EVERYBODY);
    }

    AppFacts withRedirectUrls(List<String> urls) {
        return with(new Settings("Enterprise Service", Status.ENABLED, urls, Optional.empty()));
    }

    AppFacts with(Settings settings) {
        AppFacts right = facts();
        return new AppFacts(right.organisation(), new Read<>(settings), right.released(), right.scopes());
    }

    AppFacts withRelease(UnaryOperator<Release> change) {
        AppFacts right = facts();
        return new AppFacts(
                right.organisation(),
                right.settings(),
                new Read<>(Optional.of(change.apply(release()))),
                right.scopes());
    }

    AppFacts withWebApp(String desktop, String mobile) {
        return withRelease(release -> new Release(
                release.version(),
                release.since(),
                release.bot(),
                Optional.of(new WebApp(desktop, mobile)),
                release.range()));
    }

    AppFacts with(Scopes scopes) {
        AppFacts right = facts();
        return new AppFacts(right.organisation(), right.settings(), right.released(), new Read<>(scopes));
    }

    Preflight preflight(AppAnswer answer) {
        return new Preflight(
                tenant.id(),
                RELEASED,
                Optional.empty(),
                answer.calls(),
                Preflight.decide(tenant, addresses, answer, false));
    }

    Preflight preflight(AppFacts facts) {
        return preflight(new AppAnswer.Inspected(facts, 4));
    }
}
