package io.larkdesk.core.group;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Brings somebody into a group whom a member has invited; part of accepting an invite, which sees to it that the person may come in. */
@Singleton
public final class AdmitMember {

    private final Transactions transactions;
    private final Members members;
    private final MembershipObserver observer;

    /** Takes its collaborators. */
    @Inject
    public AdmitMember(Transactions transactions, Members members, MembershipObserver observer) {
        this.transactions = transactions;
        this.members = members;
        this.observer = observer;
    }

    /** Whether the person comes in by this; not if the person is in already. */
    public boolean execute(GroupId group, PersonId person, PersonId inviter) {
        return transactions.inTransaction(
                now -> Moves.move(members, observer, Member.join(group, person, inviter, now)));
    }
}
