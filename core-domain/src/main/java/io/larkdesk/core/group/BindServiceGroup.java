package io.larkdesk.core.group;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Binds a tenant's service group to its support plan, and sees to it that the service team is in it. Doing it again adds who is missing. */
@Singleton
public final class BindServiceGroup {

    private final Transactions transactions;
    private final Tenants tenants;
    private final Groups groups;
    private final Members members;
    private final MembershipObserver observer;
    private final Randomness randomness;

    /** Takes its collaborators. */
    @Inject
    public BindServiceGroup(
            Transactions transactions,
            Tenants tenants,
            Groups groups,
            Members members,
            MembershipObserver observer,
            Randomness randomness) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.groups = groups;
        this.members = members;
        this.observer = observer;
        this.randomness = randomness;
    }

    /**
     * Binds the group of {@code tenant}.
     *
     * @param tenant a customer in service
     * @param serviceTeam the TAM and the engineers, in the order in which they join
     * @return the group
     * @throws IllegalStateException if the tenant is the provider, or not in service
     */
    public ServiceGroup execute(TenantId tenant, List<PersonId> serviceTeam) {
        return transactions.inTransaction(now -> {
            ServiceGroup group = groups.findServiceGroupOf(tenant).orElseGet(() -> bind(tenants.get(tenant), now));
            for (PersonId person : serviceTeam) {
                Optional<Member> known = members.find(group.id(), person);
                if (known.isEmpty()) {
                    Member member = Member.join(group.id(), person, now);
                    if (members.move(member)) {
                        observer.joined(member);
                    }
                }
            }
            return group;
        });
    }

    private ServiceGroup bind(Tenant tenant, Instant now) {
        if (tenant.isProvider() || !tenant.isInService()) {
            throw new IllegalStateException("only a customer in service has a service group");
        }
        String provider = tenants.findProvider().map(Tenant::organisation).orElse("Larkdesk");
        ServiceGroup group = new ServiceGroup(
                new GroupId(tenant.id(), randomness.uuid()),
                tenant.organisation() + " × " + provider,
                tenant.plan(),
                now);
        groups.save(group);
        return group;
    }
}
