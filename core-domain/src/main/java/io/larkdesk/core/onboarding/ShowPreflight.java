package io.larkdesk.core.onboarding;

import io.larkdesk.core.person.People;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Shows what a tenant's last Preflight found. What a sign-in has proven since is proven. */
@Singleton
public final class ShowPreflight {

    private final Transactions transactions;
    private final Tenants tenants;
    private final People people;
    private final Preflights preflights;
    private final DeskAddress desk;

    /** Takes its collaborators. */
    @Inject
    public ShowPreflight(
            Transactions transactions, Tenants tenants, People people, Preflights preflights, DeskAddress desk) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.people = people;
        this.preflights = preflights;
        this.desk = desk;
    }

    /** The last one; empty if there was none. Who may see it is the caller's to know. */
    public Optional<Preflight> execute(TenantId tenant) {
        return transactions.inTransaction(now -> preflights
                .find(tenant)
                .map(last ->
                        last.provenBy(new AppAddresses(desk, tenants.get(tenant).appId()), people.hasAny(tenant))));
    }
}
