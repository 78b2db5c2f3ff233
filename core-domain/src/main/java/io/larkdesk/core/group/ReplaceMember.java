package io.larkdesk.core.group;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Puts one of the service team into a group, in place of another if that is wanted; part of deciding who serves a customer. */
@Singleton
public final class ReplaceMember {

    private final Transactions transactions;
    private final Members members;
    private final MoveMember moveMember;

    /** Takes its collaborators. */
    @Inject
    public ReplaceMember(Transactions transactions, Members members, MoveMember moveMember) {
        this.transactions = transactions;
        this.members = members;
        this.moveMember = moveMember;
    }

    /**
     * Moves both.
     *
     * @param comes who is in the group from now on; may be in it already
     * @param goes who is not; nobody, if empty
     * @param by who says so
     */
    public void execute(GroupId group, PersonId comes, Optional<PersonId> goes, PersonId by) {
        transactions.inTransaction(now -> {
            moveMember.execute(Member.join(group, comes, now));
            goes.flatMap(person -> members.find(group, person))
                    .filter(Member::isIn)
                    .ifPresent(member -> moveMember.execute(member.removed(by, now)));
            return group;
        });
    }
}
