package io.larkdesk.app.health;

import io.larkdesk.core.shared.Transactions;
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

    private final Transactions transactions;
    private Optional<Instant> startOfMeasuring = Optional.empty();

    ClockWatch(Transactions transactions) {
        this.transactions = transactions;
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

    private static void compare(Duration set, Duration took) {
        if (set.abs().compareTo(STEP.plus(took)) > 0) {
            LOG.warn("The database's clock was set {} by {}", set.isNegative() ? "back" : "forward", set.abs());
        }
    }
}
