package io.larkdesk.app.web;

import io.larkdesk.app.scope.CurrentScope;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantScope;
import io.larkdesk.core.tenant.Tenants;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Knows through which Lark app the people come for whom an address is: the app that it names, or the provider's for the console. */
@Singleton
public final class Apps {

    private final Tenants tenants;

    /** A provider that is in service keeps its app, so it is asked for only until there is one; also before it is known who asks. */
    private final AtomicReference<Optional<AppId>> provider = new AtomicReference<>(Optional.empty());

    Apps(Tenants tenants) {
        this.tenants = tenants;
    }

    /** The app; empty if the address names none, or is one of the console and there is no provider in service. */
    public Optional<AppId> of(HttpRequest<?> request) {
        return Addresses.isConsole(Addresses.path(request)) ? ofProvider() : AppPath.of(request);
    }

    private Optional<AppId> ofProvider() {
        return provider.updateAndGet(known -> known.isPresent()
                ? known
                : CurrentScope.in(new TenantScope.Nobody(), tenants::findProvider)
                        .filter(Tenant::isInService)
                        .map(Tenant::appId));
    }
}
