package io.larkdesk.core.webhook;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffAdministrators;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Shows administrators the endpoints, and what was told to them lately. */
@Singleton
public final class ListEndpoints {

    /** How many deliveries of one endpoint are shown at most. */
    public static final int MOST = 50;

    private final Transactions transactions;
    private final StaffAdministrators administrators;
    private final Webhooks webhooks;

    /** Takes its collaborators. */
    @Inject
    public ListEndpoints(Transactions transactions, StaffAdministrators administrators, Webhooks webhooks) {
        this.transactions = transactions;
        this.administrators = administrators;
        this.webhooks = webhooks;
    }

    /**
     * An endpoint.
     *
     * @param endpoint itself
     * @param log what was told to it, the last first
     */
    public record Entry(Endpoint endpoint, List<Logged> log) {

        /** Copies the list. */
        public Entry {
            Objects.requireNonNull(endpoint, "endpoint");
            log = List.copyOf(log);
        }
    }

    /**
     * What was told, or is to be.
     *
     * @param delivery how far it is
     * @param attempts what was tried, the first first
     */
    public record Logged(Delivery delivery, List<Delivery.Attempt> attempts) {

        /** Copies the list. */
        public Logged {
            Objects.requireNonNull(delivery, "delivery");
            attempts = List.copyOf(attempts);
        }
    }

    /** The endpoints; empty if {@code asker} is no administrator. */
    public Optional<List<Entry>> execute(PersonId asker) {
        return transactions.inTransaction(now -> administrators.include(asker)
                ? Optional.of(webhooks.listEndpoints(asker.tenant()).stream()
                        .map(endpoint -> new Entry(endpoint, log(endpoint)))
                        .toList())
                : Optional.empty());
    }

    private List<Logged> log(Endpoint endpoint) {
        return webhooks.listDeliveries(endpoint.provider(), endpoint.id(), MOST).stream()
                .map(delivery -> new Logged(delivery, webhooks.listAttempts(delivery.provider(), delivery.id())))
                .toList();
    }
}
