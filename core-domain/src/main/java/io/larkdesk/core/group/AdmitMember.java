package io.larkdesk.core.group;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Brings somebody into a group whom a member has invited; part of accepting an invite, which sees to it that the person may come in. */
@Singleton
public final class AdmitMember {

    private final Transactions transactions;
    private final MoveMember moveMember;

    /** Takes its collaborators. */
    @Inject
    public AdmitMember(Transactions transactions, MoveMember moveMember) {
        this.transactions = transactions;
        this.moveMember = moveMember;
    }

    /** Whether the person comes in by this; not if the person is in already. */
    public boolean execute(GroupId group, PersonId person, PersonId inviter) {
        return transactions.inTransaction(now -> moveMember.execute(Member.join(group, person, inviter, now)));
    }
}
