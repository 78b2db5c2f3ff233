package io.larkdesk.core.escalation;

import io.larkdesk.core.person.People;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Shows staff the Emergencies that are not over, of all tenants. */
@Singleton
public final class ListEmergencies {

    /** How many are shown at once. */
    public static final int PAGE = 50;

    private final Transactions transactions;
    private final People people;
    private final Emergencies emergencies;

    /** Takes its collaborators. */
    @Inject
    public ListEmergencies(Transactions transactions, People people, Emergencies emergencies) {
        this.transactions = transactions;
        this.people = people;
        this.emergencies = emergencies;
    }

    /**
     * The next {@value #PAGE}, the oldest first.
     *
     * @param after the last one seen; empty for the first ones
     * @return empty if {@code asker} is not of the staff
     */
    public Optional<List<Emergency>> execute(PersonId asker, Optional<EmergencyId> after) {
        return transactions.inTransaction(
                now -> people.find(asker).flatMap(Person::role).map(role -> emergencies.listActive(after, PAGE)));
    }
}
