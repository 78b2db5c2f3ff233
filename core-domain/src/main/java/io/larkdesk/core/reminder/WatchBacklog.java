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

    /**
     * Who waits to be looked at.
     *
     * @param people how many are due
     * @param oldest for how long the one who is due longest has waited; zero if nobody waits
     */
    public record Backlog(int people, Duration oldest) {}

    /** Looks. */
    public Backlog execute() {
        return transactions.inTransaction(now -> permits.findEarliestDue()
                .filter(due -> due.isBefore(now))
                .map(due -> new Backlog(permits.countDue(now), Duration.between(due, now)))
                .orElse(new Backlog(0, Duration.ZERO)));
    }
}
