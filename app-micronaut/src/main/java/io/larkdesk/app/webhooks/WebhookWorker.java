package io.larkdesk.app.webhooks;

import io.larkdesk.app.work.Gate;
import io.larkdesk.app.work.Job;
import io.larkdesk.app.work.Worker;
import io.larkdesk.core.webhook.ClaimDeliveries;
import io.larkdesk.core.webhook.ClaimDeliveries.Claim;
import io.larkdesk.core.webhook.Delivery;
import io.larkdesk.core.webhook.EndpointId;
import io.larkdesk.core.webhook.SettleDelivery;
import io.larkdesk.core.webhook.SettleDelivery.Outcome;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends this node's share of the events that are due. */
@Singleton
final class WebhookWorker {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookWorker.class);
    private static final int HANDS = 8;

    /** To one endpoint; each attempt may take as long as {@link Delivery#ATTEMPT_WITHIN}. */
    private static final int SHARE = 2;

    private final ClaimDeliveries claimDeliveries;
    private final Queue<EndpointId> underWay = new ConcurrentLinkedQueue<>();
    private final Worker<Claim> worker;

    WebhookWorker(ClaimDeliveries claimDeliveries, HttpWebhooks http, SettleDelivery settleDelivery, Gate gate) {
        this.claimDeliveries = claimDeliveries;
        this.worker = new Worker<>("webhook", HANDS, Delivery.ATTEMPT_WITHIN, gate::isOpen, new Job<>() {
            @Override
            public List<Claim> claim(int most) {
                List<Claim> claims = claimDeliveries.execute(most, SHARE, List.copyOf(underWay));
                claims.forEach(claim -> underWay.add(claim.delivery().endpoint()));
                return claims;
            }

            @Override
            public void carryOut(Claim claim, Duration sinceClaimed) {
                try {
                    tell(claim);
                } finally {
                    underWay.remove(claim.delivery().endpoint());
                }
            }

            private void tell(Claim claim) {
                Outcome outcome = http.send(claim);
                settleDelivery.execute(claim.delivery(), outcome);
                LOG.info(
                        "event={} type={} endpoint={} attempt={} result={} status={}",
                        claim.delivery().id(),
                        claim.delivery().type().text(),
                        claim.delivery().endpoint(),
                        claim.delivery().attempts(),
                        outcome.result(),
                        outcome.status().map(Object::toString).orElse("none"));
            }

            @Override
            public Optional<Duration> untilDue() {
                return claimDeliveries.untilDue();
            }
        });
    }

    @EventListener
    void start(ServerStartupEvent event) {
        worker.start();
    }

    @Scheduled(fixedDelay = "1h", initialDelay = "10m")
    void forget() {
        claimDeliveries.forget();
    }

    @PreDestroy
    void stop() throws InterruptedException {
        worker.stop();
    }
}
