package io.larkdesk.core.reminder;

import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Tells operators whether reminders go out in time. */
@Singleton
public final class WatchBacklog {

    private final Transactions transactions;
    private final Permits permits;

    /** Takes its collaborators. */
    @Inject
    public WatchBacklog(Transactions transactions, Permits permits) {
        this.transactions = transactions;
        this.permits = permits;
    }

    /** For how long the person who is due longest has waited to be looked at; zero if nobody waits. */
    public Duration execute() {
        return transactions.inTransaction(now -> permits.findEarliestDue()
                .filter(due -> due.isBefore(now))
                .map(due -> Duration.between(due, now))
                .orElse(Duration.ZERO));
    }
}
