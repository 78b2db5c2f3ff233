package io.larkdesk.app.reminders;

import io.larkdesk.core.reminder.ClaimReminders;
import io.larkdesk.core.reminder.ClaimReminders.Claim;
import io.larkdesk.core.reminder.Permits;
import io.larkdesk.core.reminder.ReminderPolicy;
import io.larkdesk.core.shared.Transactions;
import io.micronaut.runtime.event.annotation.EventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends this node's share of the reminders that are due. It claims only as many as it has hands for, so that what is claimed is
 * delivered at once; when it is stopped it claims no more and finishes what it has.
 */
@Singleton
public final class ReminderWorker {

    private static final Logger LOG = LoggerFactory.getLogger(ReminderWorker.class);

    private static final int HANDS = 16;
    private static final Duration LONGEST_REST = Duration.ofSeconds(1);
    private static final Duration SHORTEST_REST = Duration.ofMillis(20);
    private static final Duration LONGEST_PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    private final ClaimReminders claim;
    private final DeliverReminder deliver;
    private final Permits permits;
    private final Transactions transactions;
    private final ReminderPolicy policy;
    private final Semaphore free = new Semaphore(HANDS);
    private final Semaphore stopped = new Semaphore(0);
    private final Thread worker = thread(this::run, "reminder-worker");
    private final ExecutorService hands = Executors.newFixedThreadPool(HANDS, work -> thread(work, "reminder-hand"));
    private volatile long lastRound = System.nanoTime();

    ReminderWorker(
            ClaimReminders claim,
            DeliverReminder deliver,
            Permits permits,
            Transactions transactions,
            ReminderPolicy policy) {
        this.claim = claim;
        this.deliver = deliver;
        this.permits = permits;
        this.transactions = transactions;
        this.policy = policy;
    }

    @EventListener
    void start(ServerStartupEvent event) {
        start();
    }

    void start() {
        worker.start();
    }

    /** How long ago it last looked for work; much more than a second means that it is stuck or that the database fails. */
    public Duration idleFor() {
        return Duration.ofNanos(System.nanoTime() - lastRound);
    }

    @PreDestroy
    void stop() throws InterruptedException {
        stopped.release();
        // what it has just claimed still finds hands
        worker.join(policy.attemptWithin().toMillis());
        hands.shutdown();
        if (!hands.awaitTermination(policy.attemptWithin().toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("Reminders were still under way; another node settles them after their deadline");
        }
    }

    private void run() {
        Duration rest = Duration.ZERO;
        Duration pause = SHORTEST_REST;
        while (!isStoppedAfter(rest)) {
            try {
                rest = round();
                pause = SHORTEST_REST;
            } catch (RuntimeException e) {
                LOG.warn("Looking for due reminders failed; trying again in {}", pause, e);
                rest = pause;
                pause = min(pause.multipliedBy(2), LONGEST_PAUSE_AFTER_FAILURE);
            }
        }
    }

    private boolean isStoppedAfter(Duration rest) {
        try {
            return stopped.tryAcquire(rest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Claims and hands out what is due, and tells how long to rest: never so long that a clock that was set back goes unseen. */
    private Duration round() {
        int room = free.availablePermits();
        if (room == 0) {
            lastRound = System.nanoTime();
            return SHORTEST_REST;
        }
        long began = System.nanoTime();
        List<Claim> claims = claim.execute(room);
        lastRound = System.nanoTime();
        for (Claim one : claims) {
            handOut(one, began);
        }
        return claims.isEmpty() ? max(untilDue(), SHORTEST_REST) : SHORTEST_REST;
    }

    private Duration untilDue() {
        Optional<Duration> due = transactions.inTransaction(
                now -> permits.findEarliestDue().map(instant -> Duration.between(now, instant)));
        return due.map(left -> left.isNegative() ? Duration.ZERO : min(left, LONGEST_REST))
                .orElse(LONGEST_REST);
    }

    private void handOut(Claim one, long began) {
        free.acquireUninterruptibly();
        try {
            hands.execute(() -> {
                try {
                    deliver.execute(one, policy.attemptWithin().minusNanos(System.nanoTime() - began));
                } catch (RuntimeException e) {
                    LOG.warn(
                            "reminder={} could not be settled; it is claimed again after its deadline",
                            one.reminder().id(),
                            e);
                } finally {
                    free.release();
                }
            });
        } catch (RejectedExecutionException stopping) {
            free.release();
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
