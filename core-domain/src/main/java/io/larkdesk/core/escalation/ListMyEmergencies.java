package io.larkdesk.core.escalation;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells a person which of the tickets in whose groups the person is have an Emergency. */
@Singleton
public final class ListMyEmergencies {

    private final Transactions transactions;
    private final Members members;
    private final Emergencies emergencies;

    /** Takes its collaborators. */
    @Inject
    public ListMyEmergencies(Transactions transactions, Members members, Emergencies emergencies) {
        this.transactions = transactions;
        this.members = members;
        this.emergencies = emergencies;
    }

    /** The tickets of {@code person}, of those that are not closed, whose Emergency is not over. */
    public Set<GroupId> execute(PersonId person) {
        return transactions.inTransaction(
                now -> emergencies
                        .listActive(members.listOf(person).stream()
                                .map(Member::group)
                                .toList())
                        .stream()
                        .map(emergency -> emergency.id().ticket())
                        .collect(Collectors.toUnmodifiableSet()));
    }
}
