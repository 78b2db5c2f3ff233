package io.larkdesk.core.onboarding;

import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Shows staff the customers: a TAM those whom the TAM serves, administrators and duty managers all, engineers none. */
@Singleton
public final class ListTenants {

    private final Transactions transactions;
    private final People people;
    private final Tenants tenants;
    private final Onboardings onboardings;
    private final Members members;

    /** Takes its collaborators. */
    @Inject
    public ListTenants(
            Transactions transactions, People people, Tenants tenants, Onboardings onboardings, Members members) {
        this.transactions = transactions;
        this.people = people;
        this.tenants = tenants;
        this.onboardings = onboardings;
        this.members = members;
    }

    /**
     * A customer.
     *
     * @param onboarding how it came, or comes, into service; empty if it was brought in otherwise
     * @param tenant with its Lark app, once that is known
     * @param tam who brings it in, if the console knows
     */
    public record Customer(Optional<Onboarding> onboarding, Optional<Tenant> tenant, Optional<Person> tam) {

        /** Refuses one of whom nothing is known. */
        public Customer {
            Objects.requireNonNull(tam, "tam");
            if (onboarding.isEmpty() && tenant.isEmpty()) {
                throw new IllegalArgumentException("neither onboarding nor tenant is given");
            }
        }

        /** Its id. */
        public TenantId id() {
            return tenant.map(Tenant::id)
                    .orElseGet(() -> onboarding.orElseThrow().tenant());
        }

        /** What the organisation is called. */
        public String organisation() {
            return tenant.map(Tenant::organisation)
                    .orElseGet(() -> onboarding.orElseThrow().organisation().value());
        }
    }

    /** The customers, those that are not in service first, then by name; empty if {@code asker} has no business with them. */
    public Optional<List<Customer>> execute(PersonId asker) {
        return transactions.inTransaction(now -> people.find(asker)
                .filter(person ->
                        person.role().filter(role -> role != StaffRole.ENGINEER).isPresent())
                .map(this::customers));
    }

    private List<Customer> customers(Person asker) {
        Map<TenantId, Onboarding> onboarded = onboardings.list().stream()
                .collect(Collectors.toMap(
                        Onboarding::tenant, Function.identity(), (one, same) -> one, LinkedHashMap::new));
        Map<TenantId, Tenant> known = tenants.list().stream()
                .filter(tenant -> !tenant.isProvider())
                .collect(Collectors.toMap(Tenant::id, Function.identity(), (one, same) -> one, LinkedHashMap::new));
        Map<PersonId, Person> tams =
                people.listAll(onboarded.values().stream().map(Onboarding::tam).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Person::id, Function.identity()));
        Set<TenantId> ids = new LinkedHashSet<>();
        onboarded.values().stream()
                .filter(one -> !one.isOver())
                .map(Onboarding::tenant)
                .forEach(ids::add);
        ids.addAll(known.keySet());
        Predicate<Customer> served = served(asker);
        return ids.stream()
                .map(id -> customer(Optional.ofNullable(onboarded.get(id)), Optional.ofNullable(known.get(id)), tams))
                .filter(served)
                .toList();
    }

    private static Customer customer(
            Optional<Onboarding> onboarding, Optional<Tenant> tenant, Map<PersonId, Person> tams) {
        return new Customer(onboarding, tenant, onboarding.flatMap(one -> Optional.ofNullable(tams.get(one.tam()))));
    }

    /** A TAM serves those whom the TAM brings in, and those in whose service group the TAM is. */
    private Predicate<Customer> served(Person asker) {
        if (!asker.is(StaffRole.TAM)) {
            return any -> true;
        }
        Set<TenantId> joined = members.listOf(asker.id()).stream()
                .map(member -> member.group().tenant())
                .collect(Collectors.toSet());
        return customer -> joined.contains(customer.id())
                || customer.onboarding()
                        .filter(one -> one.tam().equals(asker.id()))
                        .isPresent();
    }
}
