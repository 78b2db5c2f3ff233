package io.larkdesk.core.onboarding;

import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Takes the links of all customers' administrators back, after a backup was restored: some may have been taken back since it was made. */
@Singleton
public final class RevokeAllGuideLinks {

    private final Transactions transactions;
    private final Onboardings onboardings;

    /** Takes its collaborators. */
    @Inject
    public RevokeAllGuideLinks(Transactions transactions, Onboardings onboardings) {
        this.transactions = transactions;
        this.onboardings = onboardings;
    }

    /** Takes them back. Who asks has seen to it that this may be done. */
    public void execute() {
        transactions.inTransaction(now -> {
            onboardings.list().stream()
                    .filter(onboarding -> onboarding.link().isPresent())
                    .flatMap(onboarding -> onboardings.findForUpdate(onboarding.tenant()).stream())
                    .forEach(onboarding -> onboardings.save(onboarding.withLink(Optional.empty())));
            return now;
        });
    }
}
