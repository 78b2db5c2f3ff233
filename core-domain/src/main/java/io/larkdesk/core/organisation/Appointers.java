package io.larkdesk.core.organisation;

import io.larkdesk.core.onboarding.Stewards;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Who may see to a customer's administrators: those of the provider's people who may change the customer, and the customer's administrators
 * themselves. Part of all that do.
 */
@Singleton
public final class Appointers {

    private final Stewards stewards;
    private final Administrators administrators;
    private final Tenants tenants;

    /** Takes its collaborators. */
    @Inject
    public Appointers(Stewards stewards, Administrators administrators, Tenants tenants) {
        this.stewards = stewards;
        this.administrators = administrators;
        this.tenants = tenants;
    }

    /** The customer; empty if there is none for {@code asker}. */
    Optional<Tenant> find(TenantId customer, PersonId asker) {
        return stewards.find(customer, asker).or(() -> findOwn(customer, asker));
    }

    /** The customer whose own administrator {@code asker} is; empty if that is another, or none. */
    public Optional<Tenant> findOwn(TenantId customer, PersonId asker) {
        return asker.tenant().equals(customer) && administrators.has(asker)
                ? tenants.listAll(List.of(customer)).stream().findAny()
                : Optional.empty();
    }
}
