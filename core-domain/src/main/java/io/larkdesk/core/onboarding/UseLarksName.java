package io.larkdesk.core.onboarding;

import io.larkdesk.core.onboarding.Finding.Check;
import io.larkdesk.core.onboarding.Finding.What;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.OrganisationName;
import io.larkdesk.core.tenant.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Calls a customer on the way into service what Lark calls it, as the last Preflight found; Lark is not asked again. */
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
                .flatMap(onboarding -> preflights.find(onboarding.tenant()).flatMap(last -> otherName(last)
                        .map(name -> use(name, onboarding, last))))
                .orElse(false));
    }

    private static Optional<OrganisationName> otherName(Preflight last) {
        return last.findings().stream()
                .filter(finding -> finding.what() == What.OTHER_NAME)
                .flatMap(finding -> OrganisationName.parse(finding.found()).stream())
                .findAny();
    }

    private boolean use(OrganisationName name, Onboarding onboarding, Preflight last) {
        Preflight agreed = last.with(Finding.passed(Check.ORGANISATION, name.value()));
        onboardings.save(onboarding.called(name));
        tenants.save(agreed.moved(tenants.get(onboarding.tenant()).called(name.value())));
        preflights.save(agreed);
        return true;
    }
}
