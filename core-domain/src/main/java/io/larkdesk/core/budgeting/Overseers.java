package io.larkdesk.core.budgeting;

import io.larkdesk.core.group.Group;
import io.larkdesk.core.group.Groups;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.onboarding.Stewards;
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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Who may see a customer's budget, reports and reminders: administrators and duty managers those of all, a TAM those of the customers in whose service groups
 * the TAM is, engineers none. The provider has a budget as well, which concerns those who see all. Part of all that show budgets, reports and reminders.
 */
@Singleton
public final class Overseers {

    private final People people;
    private final Tenants tenants;
    private final Groups groups;
    private final Members members;
    private final Stewards stewards;

    /** Takes its collaborators. */
    @Inject
    public Overseers(People people, Tenants tenants, Groups groups, Members members, Stewards stewards) {
        this.people = people;
        this.tenants = tenants;
        this.groups = groups;
        this.members = members;
        this.stewards = stewards;
    }

    /** The customer; empty if there is none for {@code asker}. */
    public Optional<Tenant> find(TenantId customer, PersonId asker) {
        return role(asker).equals(Optional.of(StaffRole.DUTY_MANAGER))
                ? customers(tenants.listAll(List.of(customer))).stream().findAny()
                : stewards.find(customer, asker);
    }

    /** The customer or the provider; empty if there is none for {@code asker} whose budget is to be seen. */
    Optional<Tenant> findBudgeted(TenantId tenant, PersonId asker) {
        return find(tenant, asker)
                .or(() -> provider(asker).filter(provider -> provider.id().equals(tenant)));
    }

    /** The customer or the provider; empty if there is none for {@code asker} whose budget is to be changed. */
    Optional<Tenant> findToChange(TenantId tenant, PersonId asker) {
        return stewards.find(tenant, asker).or(() -> role(asker)
                .filter(role -> role == StaffRole.ADMIN)
                .flatMap(role -> findBudgeted(tenant, asker)));
    }

    /** All customers whose budgets, reports and reminders the asker may see; empty if that is none of the asker's business. */
    public Optional<List<Tenant>> list(PersonId asker) {
        return role(asker).filter(role -> role != StaffRole.ENGINEER).map(role -> {
            if (role != StaffRole.TAM) {
                return customers(tenants.list());
            }
            return customers(tenants.listAll(served(asker)));
        });
    }

    /** All customers whose budgets the asker may see, and perhaps the provider; empty if that is none of the asker's business. */
    Optional<List<Tenant>> listBudgeted(PersonId asker) {
        return list(asker).map(customers -> Stream.concat(customers.stream(), provider(asker).stream())
                .toList());
    }

    private Optional<Tenant> provider(PersonId asker) {
        return role(asker).filter(StaffRole::isForAllCustomers).flatMap(role -> tenants.findProvider());
    }

    private Optional<StaffRole> role(PersonId asker) {
        return people.find(asker).flatMap(Person::role);
    }

    private Set<TenantId> served(PersonId tam) {
        return groups.listAll(members.listOf(tam).stream().map(Member::group).toList()).stream()
                .filter(group -> group instanceof ServiceGroup)
                .map(Group::id)
                .map(group -> group.tenant())
                .collect(Collectors.toSet());
    }

    private static List<Tenant> customers(List<Tenant> all) {
        return all.stream().filter(tenant -> !tenant.isProvider()).toList();
    }
}
