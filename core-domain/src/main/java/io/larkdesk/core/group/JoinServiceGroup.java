package io.larkdesk.core.group;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/**
 * A customer's person becomes a member of the tenant's service group at the first sign-in, if the tenant wants it so. Whoever left it stays
 * out.
 */
@Singleton
public final class JoinServiceGroup {

    private final Transactions transactions;
    private final Tenants tenants;
    private final Groups groups;
    private final Members members;
    private final MoveMember moveMember;

    /** Takes its collaborators. */
    @Inject
    public JoinServiceGroup(
            Transactions transactions, Tenants tenants, Groups groups, Members members, MoveMember moveMember) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.groups = groups;
        this.members = members;
        this.moveMember = moveMember;
    }

    /** The person's place in the service group now; empty if the tenant has none, or wants an invite first, or the person has left it. */
    public Optional<Member> execute(PersonId person) {
        return transactions.inTransaction(now -> groups.findServiceGroupOf(person.tenant())
                .flatMap(group -> members.find(group.id(), person).or(() -> join(group.id(), person, now)))
                .filter(Member::isIn));
    }

    private Optional<Member> join(GroupId group, PersonId person, Instant now) {
        if (!tenants.get(person.tenant()).joinsAtSignIn()) {
            return Optional.empty();
        }
        Member member = Member.join(group, person, now);
        return moveMember.execute(member) ? Optional.of(member) : members.find(group, person);
    }
}
