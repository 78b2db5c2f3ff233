package io.larkdesk.testkit.memory;

import io.larkdesk.core.conversation.Presences;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Until when people look at groups. */
final class InMemoryPresences implements Presences {

    private final InMemoryTransactions transactions;
    private final Table<Place, Instant> looking;

    InMemoryPresences(InMemoryTransactions transactions) {
        this.transactions = transactions;
        this.looking = new Table<>(transactions);
    }

    @Override
    public void extend(GroupId group, PersonId person, Instant until) {
        transactions.inTransaction(now -> {
            Place place = new Place(group, person);
            looking.hold(place);
            if (find(group, person).filter(known -> !known.isBefore(until)).isEmpty()) {
                looking.put(place, until);
            }
            return place;
        });
    }

    @Override
    public Optional<GroupId> findLast(PersonId person, Collection<GroupId> groups) {
        return transactions.atOnce(() -> groups.stream()
                .flatMap(group -> find(group, person).map(until -> Map.entry(group, until)).stream())
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey));
    }

    Optional<Instant> find(GroupId group, PersonId person) {
        return looking.find(new Place(group, person));
    }
}
