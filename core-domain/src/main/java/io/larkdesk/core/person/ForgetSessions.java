package io.larkdesk.core.person;

import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Clears away sessions that are over, so that they do not pile up. */
@Singleton
public final class ForgetSessions {

    private final Transactions transactions;
    private final Sessions sessions;

    /** Takes its collaborators. */
    @Inject
    public ForgetSessions(Transactions transactions, Sessions sessions) {
        this.transactions = transactions;
        this.sessions = sessions;
    }

    /** How many were over by their longest time; none of them opened anything any more. */
    public int execute() {
        return transactions.inTransaction(sessions::deleteExpired);
    }
}
