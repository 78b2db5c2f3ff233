package io.larkdesk.core.group;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;

/**
 * Puts people into a group whose business brings them there: part of opening a ticket and of giving it to somebody else. Nothing is noted of
 * their coming, because what brings them is noted by whoever does.
 */
@Singleton
public final class SeatMembers {

    private final Transactions transactions;
    private final Members members;

    /** Takes its collaborators. */
    @Inject
    public SeatMembers(Transactions transactions, Members members) {
        this.transactions = transactions;
        this.members = members;
    }

    /** Sees to it that {@code persons} are in the group; who is in already stays so. */
    public void execute(GroupId group, Collection<PersonId> persons) {
        transactions.inTransaction(now -> {
            persons.stream().distinct().forEach(person -> members.move(Member.join(group, person, now)));
            return group;
        });
    }
}
