package io.larkdesk.core.deletion;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffAdministrators;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Who may delete a customer, and take along what is the customer's: administrators. Part of all that they do. */
@Singleton
public final class Deleters {

    private final StaffAdministrators administrators;
    private final Tenants tenants;

    /** Takes its collaborators. */
    @Inject
    public Deleters(StaffAdministrators administrators, Tenants tenants) {
        this.administrators = administrators;
        this.tenants = tenants;
    }

    /** The customer; empty if there is none for {@code asker}. */
    Optional<Tenant> find(TenantId customer, PersonId asker) {
        return Optional.of(asker)
                .filter(administrators::include)
                .flatMap(administrator ->
                        tenants.listAll(List.of(customer)).stream().findAny())
                .filter(tenant -> !tenant.isProvider());
    }
}
