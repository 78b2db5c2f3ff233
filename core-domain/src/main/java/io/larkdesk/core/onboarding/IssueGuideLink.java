package io.larkdesk.core.onboarding;

import io.larkdesk.core.shared.BearerToken;
import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Makes the link for the customer's administrator; the one before opens nothing any more. */
@Singleton
public final class IssueGuideLink {

    private final Transactions transactions;
    private final Onboarders onboarders;
    private final Onboardings onboardings;
    private final Randomness randomness;

    /** Takes its collaborators. */
    @Inject
    public IssueGuideLink(
            Transactions transactions, Onboarders onboarders, Onboardings onboardings, Randomness randomness) {
        this.transactions = transactions;
        this.onboarders = onboarders;
        this.onboardings = onboardings;
        this.randomness = randomness;
    }

    /** What the link carries, shown once; empty if there is nothing for one who comes so. */
    public Optional<BearerToken> execute(Access.ByStaff access) {
        return transactions.inTransaction(
                now -> onboarders.findForUpdate(access, now).map(onboarding -> {
                    BearerToken token = BearerToken.issue(randomness);
                    onboardings.save(
                            onboarding.withLink(Optional.of(new GuideLink(token.hash(), now.plus(GuideLink.LASTS)))));
                    return token;
                }));
    }
}
