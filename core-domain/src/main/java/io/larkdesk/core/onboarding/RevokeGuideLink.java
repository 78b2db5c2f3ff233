package io.larkdesk.core.onboarding;

import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Takes the link of the customer's administrator back. */
@Singleton
public final class RevokeGuideLink {

    private final Transactions transactions;
    private final Onboarders onboarders;
    private final Onboardings onboardings;

    /** Takes its collaborators. */
    @Inject
    public RevokeGuideLink(Transactions transactions, Onboarders onboarders, Onboardings onboardings) {
        this.transactions = transactions;
        this.onboarders = onboarders;
        this.onboardings = onboardings;
    }

    /** Whether no link opens the guide now; not if there is nothing for one who comes so. Also one that is over can be revoked. */
    public boolean execute(Access.ByStaff access) {
        return transactions.inTransaction(now -> onboarders
                .find(access, now)
                .flatMap(onboarding -> onboardings.findForUpdate(onboarding.tenant()))
                .map(onboarding -> {
                    onboardings.save(onboarding.withLink(Optional.empty()));
                    return true;
                })
                .orElse(false));
    }
}
