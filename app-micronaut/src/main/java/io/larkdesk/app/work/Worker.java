package io.larkdesk.app.work;

import io.larkdesk.app.scope.BackgroundThreads;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does this node's share of what is due. It claims only as many as it has hands for, so that what is claimed is carried out at once; when it
 * is stopped it claims no more and finishes what it has.
 *
 * @param <C> one claim
 */
public final class Worker<C> {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private static final Duration LONGEST_REST = Duration.ofSeconds(1);
    private static final Duration SHORTEST_REST = Duration.ofMillis(20);

    /** After a look at what is overdue and may not be taken: others hold it, or those that take turns with it had theirs. */
    private static final Duration REST_BEFORE_A_TURN = Duration.ofMillis(100);

    private static final Duration LONGEST_PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    private final String name;
    private final Job<C> job;
    private final BooleanSupplier mayWork;
    private final Duration patience;
    private final Semaphore free;
    private final Semaphore stopped = new Semaphore(0);
    private final Thread thread;
    private final ExecutorService hands;
    private volatile long lastRound = System.nanoTime();

    /**
     * A worker that does not work yet.
     *
     * @param name of what it works on, such as {@code reminder}; for threads and the log
     * @param hands how many claims it carries out at once
     * @param patience how long a claim may take, which is how long a stop waits
     * @param mayWork asked before each look for work
     * @param job what it does
     */
    public Worker(String name, int hands, Duration patience, BooleanSupplier mayWork, Job<C> job) {
        this.name = name;
        this.mayWork = mayWork;
        this.job = job;
        this.patience = patience;
        this.free = new Semaphore(hands);
        this.thread = BackgroundThreads.daemon(name + "-worker", this::run);
        this.hands = Executors.newFixedThreadPool(hands, new BackgroundThreads(name + "-hand"));
    }

    /** Begins to work. */
    public void start() {
        thread.start();
    }

    /** How long ago it last looked for work; much more than a second means that it is stuck or that the database fails. */
    public Duration idleFor() {
        return Duration.ofNanos(System.nanoTime() - lastRound);
    }

    /** Ends the work. */
    public void stop() throws InterruptedException {
        stopped.release();
        // what it has just claimed still finds hands
        thread.join(patience.toMillis());
        hands.shutdown();
        if (!hands.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.warn("{}: something was still under way; another node settles it after its deadline", name);
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
                LOG.warn("{}: looking for what is due failed; trying again in {}", name, pause, e);
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
        if (!hasFreeHand()) {
            lastRound = System.nanoTime();
            return Duration.ZERO;
        }
        if (!mayWork.getAsBoolean()) {
            lastRound = System.nanoTime();
            return LONGEST_REST;
        }
        long began = System.nanoTime();
        List<C> claims = job.claim(free.availablePermits());
        lastRound = System.nanoTime();
        for (C claim : claims) {
            handOut(claim, began);
        }
        return claims.isEmpty() ? untilDue() : Duration.ZERO;
    }

    /** Waits for one, but never so long that a stop goes unseen. */
    private boolean hasFreeHand() {
        try {
            boolean isFree = free.tryAcquire(LONGEST_REST.toMillis(), TimeUnit.MILLISECONDS);
            if (isFree) {
                free.release();
            }
            return isFree;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Duration untilDue() {
        return job.untilDue()
                .map(left -> left.isNegative() ? REST_BEFORE_A_TURN : max(min(left, LONGEST_REST), SHORTEST_REST))
                .orElse(LONGEST_REST);
    }

    private void handOut(C claim, long began) {
        free.acquireUninterruptibly();
        try {
            hands.execute(() -> {
                try {
                    job.carryOut(claim, Duration.ofNanos(System.nanoTime() - began));
                } catch (RuntimeException e) {
                    LOG.warn("{}: a claim could not be settled; it is claimed again after its deadline", name, e);
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
}
