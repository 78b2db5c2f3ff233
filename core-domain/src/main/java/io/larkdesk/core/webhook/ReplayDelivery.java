package io.larkdesk.core.webhook;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffAdministrators;
import io.larkdesk.core.shared.Transactions;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;

/** An administrator has an event told once more, under the same id. */
@Singleton
public final class ReplayDelivery {

    private final Transactions transactions;
    private final StaffAdministrators administrators;
    private final Webhooks webhooks;
    private final RecordEndpoint record;

    /** Takes its collaborators. */
    @Inject
    public ReplayDelivery(
            Transactions transactions, StaffAdministrators administrators, Webhooks webhooks, RecordEndpoint record) {
        this.transactions = transactions;
        this.administrators = administrators;
        this.webhooks = webhooks;
        this.record = record;
    }

    /**
     * What is wanted.
     *
     * @param administrator who wants it
     * @param event which
     */
    public record Command(PersonId administrator, EventId event) {

        /** Refuses null. */
        public Command {
            Objects.requireNonNull(administrator, "administrator");
            Objects.requireNonNull(event, "event");
        }
    }

    /** The delivery, begun anew, or still under way; empty if there is none for the person. */
    public Optional<Delivery> execute(Command command) {
        return transactions.inTransaction(now -> Optional.of(command.administrator())
                .filter(administrators::include)
                .flatMap(administrator -> webhooks.lockDelivery(administrator.tenant(), command.event()))
                .map(delivery -> {
                    Delivery next = delivery.end().isPresent() ? delivery.replayed(now) : delivery;
                    webhooks.save(next);
                    record.replayed(command.administrator(), next);
                    return next;
                }));
    }
}
