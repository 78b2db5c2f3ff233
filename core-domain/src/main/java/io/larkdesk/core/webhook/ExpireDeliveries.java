package io.larkdesk.core.webhook;

import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;

/** Ends all events that are to be told, now or later, after a backup was restored; each can be replayed. */
@Singleton
public final class ExpireDeliveries {

    private final Transactions transactions;
    private final Webhooks webhooks;

    /** Takes its collaborators. */
    @Inject
    public ExpireDeliveries(Transactions transactions, Webhooks webhooks) {
        this.transactions = transactions;
        this.webhooks = webhooks;
    }

    /**
     * Ends some.
     *
     * @param until those due at this instant, or earlier
     * @param limit at most so many
     * @return how many; 0 once there is nothing more to end
     */
    public int execute(Instant until, int limit) {
        return transactions.inTransaction(now -> {
            List<Delivery> due = webhooks.lockDue(until, limit, limit, List.of());
            due.forEach(delivery -> webhooks.save(delivery.over(Delivery.End.EXPIRED)));
            return due.size();
        });
    }
}
