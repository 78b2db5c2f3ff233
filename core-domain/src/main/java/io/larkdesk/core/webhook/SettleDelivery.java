package io.larkdesk.core.webhook;

import io.larkdesk.core.shared.Randomness;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.core.webhook.Delivery.Attempt;
import io.larkdesk.core.webhook.Delivery.End;
import io.larkdesk.core.webhook.Delivery.Result;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** Stores how an attempt ended. One that was overtaken by a later one stands in the log, and changes nothing else. */
@Singleton
public final class SettleDelivery {

    private final Transactions transactions;
    private final Webhooks webhooks;
    private final Randomness randomness;

    /** Takes its collaborators. */
    @Inject
    public SettleDelivery(Transactions transactions, Webhooks webhooks, Randomness randomness) {
        this.transactions = transactions;
        this.webhooks = webhooks;
        this.randomness = randomness;
    }

    /**
     * How it ended.
     *
     * @param result what came of it
     * @param status what the endpoint answered, if it did
     * @param took how long it took
     */
    public record Outcome(Result result, Optional<Integer> status, Duration took) {

        /** Refuses null. */
        public Outcome {
            Objects.requireNonNull(result, "result");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(took, "took");
        }
    }

    /** Settles the attempt for which {@code claimed} was taken. */
    public void execute(Delivery claimed, Outcome outcome) {
        transactions.inTransaction(now -> {
            webhooks.add(new Attempt(
                    claimed.id(), claimed.provider(), now, outcome.status(), outcome.took(), outcome.result()));
            webhooks.lockDelivery(claimed.provider(), claimed.id())
                    .filter(claimed::equals)
                    .ifPresent(last -> settle(last, outcome.result(), now));
            return now;
        });
    }

    private void settle(Delivery last, Result result, Instant now) {
        webhooks.save(
                switch (result) {
                    case TAKEN -> last.over(End.DELIVERED);
                    case GONE -> {
                        webhooks.lockEndpoint(last.provider(), last.endpoint())
                                .map(endpoint -> endpoint.stopped(now))
                                .ifPresent(webhooks::save);
                        webhooks.stopAll(last.provider(), last.endpoint());
                        yield last.over(End.STOPPED);
                    }
                    case REFUSED, NO_ANSWER, FORBIDDEN ->
                        last.failed(now, randomness.bytes(1)[0] / 128.0);
                });
    }
}
