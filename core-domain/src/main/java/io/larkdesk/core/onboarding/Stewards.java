package io.larkdesk.core.onboarding;

import io.larkdesk.core.group.Groups;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
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

/** Who may change a customer that is or was in service: administrators, and the TAMs in its service group. Part of all that they change. */
@Singleton
public final class Stewards {

    private final People people;
    private final Tenants tenants;
    private final Groups groups;
    private final Members members;

    /** Takes its collaborators. */
    @Inject
    public Stewards(People people, Tenants tenants, Groups groups, Members members) {
        this.people = people;
        this.tenants = tenants;
        this.groups = groups;
        this.members = members;
    }

    /** The customer; empty if there is none for {@code steward}. */
    public Optional<Tenant> find(TenantId customer, PersonId steward) {
        return people.find(steward)
                .flatMap(Person::role)
                .filter(role -> role == StaffRole.ADMIN || (role == StaffRole.TAM && isIn(customer, steward)))
                .flatMap(role -> tenants.listAll(List.of(customer)).stream().findAny())
                .filter(tenant -> !tenant.isProvider());
    }

    private boolean isIn(TenantId customer, PersonId steward) {
        return groups.findServiceGroupOf(customer)
                .flatMap(group -> members.find(group.id(), steward))
                .filter(Member::isIn)
                .isPresent();
    }
}
