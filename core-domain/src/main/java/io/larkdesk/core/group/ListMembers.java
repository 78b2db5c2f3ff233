package io.larkdesk.core.group;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Tells a member who is in the group. */
@Singleton
public final class ListMembers {

    private final Transactions transactions;
    private final Members members;
    private final People people;

    /** Takes its collaborators. */
    @Inject
    public ListMembers(Transactions transactions, Members members, People people) {
        this.transactions = transactions;
        this.members = members;
        this.people = people;
    }

    /** Everybody who is in the group now, the service team first, then by name; empty if {@code asker} is not in it. */
    public Optional<List<Person>> execute(GroupId group, PersonId asker) {
        return transactions.inTransaction(now -> {
            List<PersonId> present =
                    members.list(group).stream().map(Member::person).toList();
            return present.contains(asker)
                    ? Optional.of(people.listAll(present).stream()
                            .sorted(order(group))
                            .toList())
                    : Optional.empty();
        });
    }

    private static Comparator<Person> order(GroupId group) {
        return Comparator.comparing((Person person) -> Side.of(person.id(), group))
                .reversed()
                .thenComparing(person -> person.name().value())
                .thenComparing(Person::id);
    }
}
