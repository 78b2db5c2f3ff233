package io.larkdesk.app.health;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets whoever balances between nodes see that this one is about to stop, while it still answers. Where nobody asks whether it is ready
 * nobody is waited for.
 */
@Readiness
@Singleton
public final class Draining implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(Draining.class);

    private static final Duration ASKED_LATELY = Duration.ofSeconds(15);
    private static final Duration LAST_REQUESTS = Duration.ofSeconds(1);

    private volatile long askedAt = System.nanoTime() - ASKED_LATELY.toNanos();
    private volatile boolean draining;

    @Override
    public Publisher<HealthResult> getResult() {
        askedAt = System.nanoTime();
        return Publishers.just(HealthResult.builder("stopping", draining ? HealthStatus.DOWN : HealthStatus.UP)
                .build());
    }

    /** Whether the node is about to stop. */
    public boolean isDraining() {
        return draining;
    }

    /** Is not ready any more, and waits {@code time} for that to be seen, if it is looked at. */
    public void drain(Duration time) {
        draining = true;
        if (System.nanoTime() - askedAt < ASKED_LATELY.toNanos()) {
            LOG.info("No more requests should come; stopping in {}", time);
            sleep(time);
        }
    }

    /** Waits for what is on its way on connections that are open, once nobody can open more: each of them ends with the next answer. */
    public void awaitLastRequests() {
        sleep(LAST_REQUESTS);
    }

    private static void sleep(Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
