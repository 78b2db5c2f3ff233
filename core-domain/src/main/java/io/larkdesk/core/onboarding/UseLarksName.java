package io.larkdesk.core.onboarding;

import io.larkdesk.core.onboarding.Finding.What;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.OrganisationName;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Calls a customer on the way into service what Lark calls it, as the last Preflight found. */
@Singleton
public final class UseLarksName {

    private final Transactions transactions;
    private final Onboarders onboarders;
    private final Onboardings onboardings;
    private final Tenants tenants;
    private final Preflights preflights;

    /** Takes its collaborators. */
    @Inject
    public UseLarksName(
            Transactions transactions,
            Onboarders onboarders,
            Onboardings onboardings,
            Tenants tenants,
            Preflights preflights) {
        this.transactions = transactions;
        this.onboarders = onboarders;
        this.onboardings = onboardings;
        this.tenants = tenants;
        this.preflights = preflights;
    }

    /** Whether it is called so now; not if the last Preflight found no other name, or there is nothing for whoever came so. */
    public boolean execute(Access access) {
        return transactions.inTransaction(now -> onboarders
                .findForUpdate(access, now)
                .flatMap(onboarding -> larksName(onboarding).map(name -> {
                    onboardings.save(onboarding.called(name));
                    tenants.save(tenants.get(onboarding.tenant()).called(name.value()));
                    return true;
                }))
                .orElse(false));
    }

    private Optional<OrganisationName> larksName(Onboarding onboarding) {
        return preflights.find(onboarding.tenant()).flatMap(last -> last.findings().stream()
                .filter(finding -> finding.what() == What.OTHER_NAME)
                .flatMap(finding -> OrganisationName.parse(finding.found()).stream())
                .findAny());
    }
}
