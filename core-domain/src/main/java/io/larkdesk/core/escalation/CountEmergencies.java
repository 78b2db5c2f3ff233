package io.larkdesk.core.escalation;

import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Tells how many Emergencies are not over, of all tenants; for staff. */
@Singleton
public final class CountEmergencies {

    private final Transactions transactions;
    private final Emergencies emergencies;

    /** Takes its collaborators. */
    @Inject
    public CountEmergencies(Transactions transactions, Emergencies emergencies) {
        this.transactions = transactions;
        this.emergencies = emergencies;
    }

    /** How many. */
    public int execute() {
        return transactions.inTransaction(now -> emergencies.countActive());
    }
}
