package io.larkdesk.core.onboarding;

import io.larkdesk.core.group.Groups;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.group.ServiceGroup;
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
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Shows staff a customer that is or was in service: its TAMs, administrators and duty managers see it. */
@Singleton
public final class ShowTenant {

    private final Transactions transactions;
    private final People people;
    private final Tenants tenants;
    private final Groups groups;
    private final Members members;
    private final ShowPreflight showPreflight;
    private final Stewards stewards;

    /** Takes its collaborators. */
    @Inject
    public ShowTenant(
            Transactions transactions,
            People people,
            Tenants tenants,
            Groups groups,
            Members members,
            ShowPreflight showPreflight,
            Stewards stewards) {
        this.transactions = transactions;
        this.people = people;
        this.tenants = tenants;
        this.groups = groups;
        this.members = members;
        this.showPreflight = showPreflight;
        this.stewards = stewards;
    }

    /**
     * A customer.
     *
     * @param tenant itself
     * @param group its service group
     * @param tams the TAMs in the service group, in order of joining
     * @param otherTams who could look after it, too, by name; nobody if the asker may not say so
     * @param preflight what was found of its Lark configuration, the last time
     * @param mayChange whether the asker may pause the service, and replace the secret
     */
    public record Shown(
            Tenant tenant,
            Optional<ServiceGroup> group,
            List<Person> tams,
            List<Person> otherTams,
            Optional<Preflight> preflight,
            boolean mayChange) {

        /** Copies the list. */
        public Shown {
            Objects.requireNonNull(tenant, "tenant");
            Objects.requireNonNull(group, "group");
            tams = List.copyOf(tams);
            otherTams = List.copyOf(otherTams);
            Objects.requireNonNull(preflight, "preflight");
        }
    }

    /** The customer; empty if there is none for {@code asker}. */
    public Optional<Shown> execute(TenantId customer, PersonId asker) {
        return transactions.inTransaction(now -> {
            boolean mayChange = stewards.find(customer, asker).isPresent();
            return mayChange || isDutyManager(asker)
                    ? tenants.listAll(List.of(customer)).stream()
                            .filter(tenant -> !tenant.isProvider())
                            .findAny()
                            .map(tenant -> show(tenant, mayChange))
                    : Optional.empty();
        });
    }

    private boolean isDutyManager(PersonId asker) {
        return people.find(asker)
                .flatMap(Person::role)
                .filter(role -> role == StaffRole.DUTY_MANAGER)
                .isPresent();
    }

    private Shown show(Tenant tenant, boolean mayChange) {
        Optional<ServiceGroup> group = groups.findServiceGroupOf(tenant.id());
        List<PersonId> joined = group.map(bound -> members.list(bound.id())).orElse(List.of()).stream()
                .map(Member::person)
                .filter(person -> !person.tenant().equals(tenant.id()))
                .toList();
        List<Person> staff = people.listAll(joined);
        List<Person> tams = joined.stream()
                .flatMap(id -> staff.stream().filter(person -> person.id().equals(id) && person.is(StaffRole.TAM)))
                .toList();
        List<Person> others = !mayChange || group.isEmpty()
                ? List.of()
                : people.listStaff().stream()
                        .filter(person -> person.is(StaffRole.TAM) && !tams.contains(person))
                        .sorted(Comparator.comparing(person -> person.name().value()))
                        .toList();
        return new Shown(tenant, group, tams, others, showPreflight.execute(tenant.id()), mayChange);
    }
}
