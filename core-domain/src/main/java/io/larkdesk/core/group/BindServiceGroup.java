package io.larkdesk.core.group;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.OnDuty;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Binds a tenant's service group to its support plan, and sees to it that the service team is in it, and the engineers who are on duty. Doing
 * it again adds who is missing, and follows the tenant to another plan.
 */
@Singleton
public final class BindServiceGroup {

    private final Transactions transactions;
    private final Tenants tenants;
    private final Groups groups;
    private final Members members;
    private final MoveMember moveMember;
    private final OnDuty onDuty;
    private final Randomness randomness;

    /** Takes its collaborators. */
    @Inject
    public BindServiceGroup(
            Transactions transactions,
            Tenants tenants,
            Groups groups,
            Members members,
            MoveMember moveMember,
            OnDuty onDuty,
            Randomness randomness) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.groups = groups;
        this.members = members;
        this.moveMember = moveMember;
        this.onDuty = onDuty;
        this.randomness = randomness;
    }

    /**
     * Binds the group of {@code tenant}.
     *
     * @param tenant a customer in service
     * @param serviceTeam the TAM and the engineers who serve the tenant always, in the order in which they join
     * @return the group
     * @throws IllegalStateException if the tenant is the provider, or not in service
     */
    public ServiceGroup execute(TenantId tenant, List<PersonId> serviceTeam) {
        return transactions.inTransaction(now -> {
            ServiceGroup group = groups.findServiceGroupOf(tenant)
                    .map(bound -> rebind(bound, tenants.get(tenant)))
                    .orElseGet(() -> bind(tenants.get(tenant), now));
            List<PersonId> wanted = new ArrayList<>(serviceTeam);
            wanted.addAll(onDuty.execute(StaffRole.ENGINEER, now).keySet());
            for (PersonId person : wanted) {
                Optional<Member> known = members.find(group.id(), person);
                if (known.isEmpty()) {
                    moveMember.execute(Member.join(group.id(), person, now));
                }
            }
            return group;
        });
    }

    private ServiceGroup rebind(ServiceGroup group, Tenant tenant) {
        PlanName plan = planOf(tenant);
        if (group.plan().equals(plan)) {
            return group;
        }
        ServiceGroup other = new ServiceGroup(group.id(), group.name(), plan, group.boundAt());
        groups.save(other);
        return other;
    }

    private ServiceGroup bind(Tenant tenant, Instant now) {
        if (tenant.isProvider() || !tenant.isInService()) {
            throw new IllegalStateException("only a customer in service has a service group");
        }
        String provider = tenants.findProvider().map(Tenant::organisation).orElse("Larkdesk");
        ServiceGroup group = new ServiceGroup(
                new GroupId(tenant.id(), randomness.uuid()),
                ServiceGroup.nameOf(tenant.organisation(), provider),
                planOf(tenant),
                now);
        groups.save(group);
        return group;
    }

    private static PlanName planOf(Tenant tenant) {
        return tenant.plan()
                .orElseThrow(
                        () -> new IllegalStateException("only a customer with a support plan has a service group"));
    }
}
