package io.larkdesk.core.group;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** A person leaves a group: sees nothing of it any more, and is reminded of nothing in it. */
@Singleton
public final class LeaveGroup {

    private final Transactions transactions;
    private final Members members;
    private final MoveMember moveMember;
    private final RecordMembership record;

    /** Takes its collaborators. */
    @Inject
    public LeaveGroup(Transactions transactions, Members members, MoveMember moveMember, RecordMembership record) {
        this.transactions = transactions;
        this.members = members;
        this.moveMember = moveMember;
        this.record = record;
    }

    /** Whether the person was in the group; leaving twice is leaving once. */
    public boolean execute(GroupId group, PersonId person) {
        return transactions.inTransaction(now -> {
            Optional<Member> gone =
                    members.find(group, person).filter(Member::isIn).map(member -> member.leave(now));
            boolean left = gone.filter(moveMember::execute).isPresent();
            if (left) {
                record.left(group, person, person);
            }
            return left;
        });
    }
}
