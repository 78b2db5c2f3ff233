package io.larkdesk.core.onboarding;

import io.larkdesk.core.group.FindTam;
import io.larkdesk.core.group.Groups;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Says of which drift somebody is to be told, and whom. Each is given out once, and counts as told from then on. */
@Singleton
public final class ClaimDrift {

    private final Transactions transactions;
    private final Preflights preflights;
    private final Tenants tenants;
    private final Groups groups;
    private final FindTam findTam;

    /** Takes its collaborators. */
    @Inject
    public ClaimDrift(
            Transactions transactions, Preflights preflights, Tenants tenants, Groups groups, FindTam findTam) {
        this.transactions = transactions;
        this.preflights = preflights;
        this.tenants = tenants;
        this.groups = groups;
        this.findTam = findTam;
    }

    /**
     * What is to be told.
     *
     * @param tenant of which tenant
     * @param tam to whom; empty if nobody looks after the tenant
     * @param drift what is not as it was
     */
    public record News(Tenant tenant, Optional<Person> tam, Drift drift) {}

    /** The earliest news of which nobody was told; empty if there is none. */
    public Optional<News> execute() {
        return transactions.inTransaction(now -> preflights.lockUntold().map(drift -> {
            preflights.told(drift, now);
            Tenant tenant = tenants.get(drift.tenant());
            Optional<Person> tam = groups.findServiceGroupOf(tenant.id()).flatMap(group -> findTam.execute(group.id()));
            return new News(tenant, tam, drift);
        }));
    }
}
