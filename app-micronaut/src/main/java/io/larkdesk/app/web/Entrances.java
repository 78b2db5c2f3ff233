package io.larkdesk.app.web;

import io.larkdesk.app.page.Notice;
import io.larkdesk.app.scope.CurrentScope;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantScope;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Knows which Lark apps are in service. */
@Singleton
public final class Entrances {

    private final Tenants tenants;

    Entrances(Tenants tenants) {
        this.tenants = tenants;
    }

    /** The entrance that an address names. */
    public Entrance find(Optional<AppId> app) {
        return app.map(this::find).orElseGet(this::unknown);
    }

    /** In what requests are through {@code app}, also a former one, whose sender is not known: its tenant's, if there is one. */
    TenantScope scope(AppId app) {
        return CurrentScope.in(new TenantScope.Everybody(), () -> tenants.findByApp(app)
                .or(() -> tenants.findByFormerApp(app))
                .map(TenantScope::of)
                .orElseGet(TenantScope.Nobody::new));
    }

    /** The entrance that {@code app} is. */
    public Entrance find(AppId app) {
        return tenants.findByApp(app).map(this::of).orElseGet(this::unknown);
    }

    /** The entrance that the app of {@code tenant} is. */
    public Entrance of(Tenant tenant) {
        return switch (tenant.state()) {
            case ACTIVE -> new Entrance.Open(tenant);
            case SUSPENDED -> new Entrance.Closed(Notice.PAUSED, words(Optional.of(tenant)));
            case DRAFT, VERIFIED -> unknown();
        };
    }

    /** The app to which the customer changed that had {@code former} before, while it is in service. */
    Optional<AppId> successor(AppId former) {
        return tenants.findByFormerApp(former).filter(Tenant::isInService).map(Tenant::appId);
    }

    /** An app that nobody here knows, or nobody is to know. */
    public Entrance.Closed unknown() {
        return new Entrance.Closed(Notice.NOT_SET_UP, words(Optional.empty()));
    }

    private Map<String, String> words(Optional<Tenant> tenant) {
        Map<String, String> words = new HashMap<>();
        tenants.findProvider().map(Tenant::organisation).ifPresent(provider -> words.put("provider", provider));
        tenant.map(Tenant::organisation).ifPresent(organisation -> words.put("organisation", organisation));
        return words;
    }
}
