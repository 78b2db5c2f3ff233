package io.larkdesk.core.webhook;

import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.ticket.TimelineEntry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Stores for each endpoint that wants to know of it what happened to a ticket, in the transaction in which it happens. */
@Singleton
public final class QueueEvents {

    private final Transactions transactions;
    private final Webhooks webhooks;
    private final Randomness randomness;

    /** Takes its collaborators. */
    @Inject
    public QueueEvents(Transactions transactions, Webhooks webhooks, Randomness randomness) {
        this.transactions = transactions;
        this.webhooks = webhooks;
        this.randomness = randomness;
    }

    /** Stores what is to be told of {@code entry}; nothing of most. */
    public void execute(TimelineEntry entry) {
        EventType.of(entry.kind())
                .ifPresent(type -> transactions.inTransaction(now -> {
                    webhooks.listWorking().stream()
                            .filter(endpoint -> endpoint.wants(type))
                            .map(endpoint -> Delivery.of(
                                    new EventId(randomness.uuid()), endpoint, type, Optional.of(entry.ticket()), now))
                            .forEach(webhooks::save);
                    return type;
                }));
    }
}
