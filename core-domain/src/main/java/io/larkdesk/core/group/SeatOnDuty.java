package io.larkdesk.core.group;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.OnDuty;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Brings the engineers who are on duty into the service groups of all customers in service. Each comes into a group once, and stays when the
 * duty ends, so that the list of members does not change with every shift; whoever left a group, or was put out of it, is not brought back.
 * Nothing tells when a duty begins: this is done again and again, and costs little when nobody is missing.
 */
@Singleton
public final class SeatOnDuty {

    private final Transactions transactions;
    private final Tenants tenants;
    private final Members members;
    private final MoveMember moveMember;
    private final OnDuty onDuty;

    /** Takes its collaborators. */
    @Inject
    public SeatOnDuty(
            Transactions transactions, Tenants tenants, Members members, MoveMember moveMember, OnDuty onDuty) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.members = members;
        this.moveMember = moveMember;
        this.onDuty = onDuty;
    }

    /** How many places it gave, each in a transaction of its own. */
    public int execute() {
        Set<PersonId> engineers = transactions.inTransaction(
                now -> Set.copyOf(onDuty.execute(StaffRole.ENGINEER, now).keySet()));
        return engineers.stream().mapToInt(this::seat).sum();
    }

    private int seat(PersonId engineer) {
        return (int) missing(engineer).stream()
                .filter(group -> seat(engineer, group))
                .count();
    }

    private List<GroupId> missing(PersonId engineer) {
        return transactions.inTransaction(now -> {
            List<GroupId> missing = members.listServiceGroupsWithout(engineer);
            Set<TenantId> inService = tenants
                    .listAll(missing.stream().map(GroupId::tenant).toList())
                    .stream()
                    .filter(Tenant::isInService)
                    .map(Tenant::id)
                    .collect(Collectors.toSet());
            return missing.stream()
                    .filter(group -> inService.contains(group.tenant()))
                    .toList();
        });
    }

    /** Another node may have done it meanwhile. */
    private boolean seat(PersonId engineer, GroupId group) {
        return transactions.inTransaction(now -> {
            if (members.find(group, engineer).isPresent()) {
                return false;
            }
            return moveMember.execute(Member.join(group, engineer, now));
        });
    }
}
