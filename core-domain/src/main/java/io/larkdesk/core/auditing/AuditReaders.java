package io.larkdesk.core.auditing;

import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.onboarding.ListTenants;
import io.larkdesk.core.onboarding.ListTenants.Customer;
import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who may read the audit log: administrators all of it, a TAM the books of the customers that the TAM serves. Part of all that read it. */
@Singleton
public final class AuditReaders {

    private final People people;
    private final ListTenants listTenants;

    /** Takes its collaborators. */
    @Inject
    public AuditReaders(People people, ListTenants listTenants) {
        this.people = people;
        this.listTenants = listTenants;
    }

    /**
     * What one may read.
     *
     * @param all whether that is everything, also the provider's book
     * @param customers whose books
     */
    record Scope(boolean all, List<Customer> customers) {

        /** Copies the list. */
        Scope {
            customers = List.copyOf(customers);
        }

        /** The books of {@code wanted} that may be read; those of all that may be, if none is wanted. */
        Optional<Set<AuditBook>> among(Optional<AuditBook> wanted) {
            if (wanted.isPresent()) {
                return Optional.of(wanted.filter(this::includes).map(Set::of).orElse(Set.of()));
            }
            return all ? Optional.empty() : Optional.of(books().collect(Collectors.toSet()));
        }

        boolean includes(AuditBook book) {
            return all || books().anyMatch(book::equals);
        }

        /** What the owner of {@code book} is called; empty for the provider, and for customers that are not known any more. */
        Optional<String> nameOf(AuditBook book) {
            return customers.stream()
                    .filter(customer -> Objects.equals(Optional.of(customer.id()), book.customer()))
                    .map(Customer::organisation)
                    .findAny();
        }

        private Stream<AuditBook> books() {
            return customers.stream().map(customer -> AuditBook.of(customer.id()));
        }
    }

    /** What {@code asker} may read; empty if nothing. Joins the running transaction. */
    Optional<Scope> find(PersonId asker) {
        return people.find(asker)
                .flatMap(Person::role)
                .filter(role -> role == StaffRole.ADMIN || role == StaffRole.TAM)
                .flatMap(role ->
                        listTenants.execute(asker).map(customers -> new Scope(role == StaffRole.ADMIN, customers)));
    }
}
