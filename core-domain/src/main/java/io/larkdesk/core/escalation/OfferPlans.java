package io.larkdesk.core.escalation;

import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.tenant.PlanName;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;

/** An operator says what the support plans promise. Emergencies that have begun go on as their plan was then. */
@Singleton
public final class OfferPlans {

    private final Transactions transactions;
    private final PlanPromises promises;

    /** Takes its collaborators. */
    @Inject
    public OfferPlans(Transactions transactions, PlanPromises promises) {
        this.transactions = transactions;
        this.promises = promises;
    }

    /** Whether this changed anything: offering the same again writes nothing. */
    public boolean execute(Map<PlanName, SupportPlan> plans) {
        return transactions.inTransaction(now -> {
            if (promises.list().equals(plans)) {
                return false;
            }
            promises.replace(plans);
            return true;
        });
    }
}
