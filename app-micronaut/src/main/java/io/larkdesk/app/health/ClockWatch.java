package io.larkdesk.app.health;

import io.larkdesk.core.shared.Transactions;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells when the database's clock was set, by which all windows and expiries go: somebody may have been reminded too early then, and links
 * live longer or shorter than they say.
 */
@Singleton
final class ClockWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

    /** Clocks that are kept right by small steps go unmentioned. */
    private static final Duration STEP = Duration.ofSeconds(5);

    /** So long what goes by the clock may be in disorder. */
    private static final Duration LATELY = Duration.ofHours(1);

    private static final String BACK = "back";
    private static final String FORWARD = "forward";

    private final Transactions transactions;
    private final MeterRegistry meters;
    private Optional<Instant> startOfMeasuring = Optional.empty();
    private Optional<Long> lastSet = Optional.empty();
    private volatile boolean wasSetLately;

    ClockWatch(Transactions transactions, MeterRegistry meters, Impairments impairments) {
        this.transactions = transactions;
        this.meters = meters;
        steps(BACK);
        steps(FORWARD);
        impairments.watch("clock", () -> wasSetLately);
    }

    private Counter steps(String direction) {
        return Counter.builder("larkdesk.clock.set")
                .description("How often the database's clock was set, seen by this node")
                .tag("direction", direction)
                .register(meters);
    }

    @Scheduled(fixedDelay = "5s", initialDelay = "1s")
    synchronized void look() {
        try {
            Duration before = Duration.ofNanos(System.nanoTime());
            Instant now = transactions.inTransaction(present -> present);
            Duration took = Duration.ofNanos(System.nanoTime()).minus(before);
            Instant start = now.minus(before);
            startOfMeasuring.ifPresent(known -> compare(Duration.between(known, start), took));
            startOfMeasuring = Optional.of(start);
        } catch (RuntimeException e) {
            LOG.debug("The database's clock could not be read", e);
        }
    }

    private void compare(Duration set, Duration took) {
        if (set.abs().compareTo(STEP.plus(took)) > 0) {
            String direction = set.isNegative() ? BACK : FORWARD;
            LOG.warn("The database's clock was set {} by {}", direction, set.abs());
            steps(direction).increment();
            lastSet = Optional.of(System.nanoTime());
        }
        wasSetLately =
                lastSet.filter(at -> System.nanoTime() - at < LATELY.toNanos()).isPresent();
    }
}
