package io.larkdesk.core.organisation;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Shows a customer's administrators, and who of its people could be one, to those who may change that. */
@Singleton
public final class ShowAdministrators {

    /** Of more people the first by name are shown. */
    public static final int MOST_PEOPLE = 1_000;

    private final Transactions transactions;
    private final Appointers appointers;
    private final Administrators administrators;
    private final People people;
    private final Tenants tenants;

    /** Takes its collaborators. */
    @Inject
    public ShowAdministrators(
            Transactions transactions,
            Appointers appointers,
            Administrators administrators,
            People people,
            Tenants tenants) {
        this.transactions = transactions;
        this.appointers = appointers;
        this.administrators = administrators;
        this.people = people;
        this.tenants = tenants;
    }

    /**
     * One of them.
     *
     * @param administrator since when
     * @param person who
     * @param by who said so, if that is still known
     */
    public record Appointed(Administrator administrator, Person person, Optional<Person> by) {

        /** Refuses null. */
        public Appointed {
            Objects.requireNonNull(administrator, "administrator");
            Objects.requireNonNull(person, "person");
            Objects.requireNonNull(by, "by");
        }
    }

    /**
     * Who sees to a customer.
     *
     * @param tenant the customer
     * @param provider the provider's name, once it is set up
     * @param administrators in order of their appointment
     * @param others who could be one too, by name
     */
    public record Shown(Tenant tenant, Optional<String> provider, List<Appointed> administrators, List<Person> others) {

        /** Copies the lists. */
        public Shown {
            Objects.requireNonNull(tenant, "tenant");
            Objects.requireNonNull(provider, "provider");
            administrators = List.copyOf(administrators);
            others = List.copyOf(others);
        }
    }

    /** Those of the customer; empty if there is none for {@code asker}. */
    public Optional<Shown> execute(TenantId customer, PersonId asker) {
        return transactions.inTransaction(
                now -> appointers.find(customer, asker).map(this::show));
    }

    private Shown show(Tenant tenant) {
        List<Administrator> appointed = administrators.list(tenant.id());
        Map<PersonId, Person> known = people
                .listAll(appointed.stream()
                        .flatMap(one -> Stream.of(one.person(), one.by()))
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
        return new Shown(
                tenant,
                tenants.findProvider().map(Tenant::organisation),
                appointed.stream()
                        .flatMap(one -> Optional.ofNullable(known.get(one.person())).stream()
                                .map(person -> new Appointed(one, person, Optional.ofNullable(known.get(one.by())))))
                        .toList(),
                people.listReachable(tenant.id(), MOST_PEOPLE).stream()
                        .filter(person ->
                                appointed.stream().noneMatch(one -> one.person().equals(person.id())))
                        .toList());
    }
}
