package io.larkdesk.core.person;

import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Shows staff who does what, and an administrator also who of the provider's people does nothing yet. */
@Singleton
public final class ListStaff {

    /** By name; of the same name, always in the same order. */
    private static final Comparator<Person> BY_NAME =
            Comparator.comparing((Person person) -> person.name().value()).thenComparing(Person::id);

    private final Transactions transactions;
    private final People people;

    /** Takes its collaborators. */
    @Inject
    public ListStaff(Transactions transactions, People people) {
        this.transactions = transactions;
        this.people = people;
    }

    /**
     * Who does what.
     *
     * @param staff those who have a role, by name
     * @param others those who have signed in and have none, by name; nobody unless the asker may give roles
     * @param mayGiveRoles whether the asker may
     */
    public record Shown(List<Person> staff, List<Person> others, boolean mayGiveRoles) {

        /** Copies the lists. */
        public Shown {
            staff = List.copyOf(staff);
            others = List.copyOf(others);
        }
    }

    /** The staff, and at most {@code most} others; empty if {@code asker} has no role. */
    public Optional<Shown> execute(PersonId asker, int most) {
        return transactions.inTransaction(now -> people.find(asker)
                .flatMap(Person::role)
                .map(role -> new Shown(
                        people.listStaff().stream().sorted(BY_NAME).toList(),
                        role == StaffRole.ADMIN ? people.listWithoutRole(most) : List.of(),
                        role == StaffRole.ADMIN)));
    }
}
