package io.larkdesk.core.deletion;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Who may delete a customer, and take along what is the customer's: administrators. Part of all that they do. */
@Singleton
public final class Administrators {

    private final People people;
    private final Tenants tenants;

    /** Takes its collaborators. */
    @Inject
    public Administrators(People people, Tenants tenants) {
        this.people = people;
        this.tenants = tenants;
    }

    /** The customer; empty if there is none for {@code asker}. */
    Optional<Tenant> find(TenantId customer, PersonId asker) {
        return people.find(asker)
                .flatMap(Person::role)
                .filter(role -> role == StaffRole.ADMIN)
                .flatMap(role -> tenants.listAll(List.of(customer)).stream().findAny())
                .filter(tenant -> !tenant.isProvider());
    }
}
