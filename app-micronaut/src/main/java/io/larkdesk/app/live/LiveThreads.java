package io.larkdesk.app.live;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The few threads that ask the database for what is new; event loops never do. */
@Singleton
final class LiveThreads {

    private static final Logger LOG = LoggerFactory.getLogger(LiveThreads.class);

    private static final int WORKERS = 4;
    private static final int CLOCKS = 3;

    private final ExecutorService workers;
    private final ScheduledExecutorService clock;

    @Inject
    LiveThreads() {
        this(
                Executors.newFixedThreadPool(WORKERS, work -> thread(work, "live-worker")),
                Executors.newScheduledThreadPool(CLOCKS, work -> thread(work, "live-clock")));
    }

    LiveThreads(ExecutorService workers, ScheduledExecutorService clock) {
        this.workers = workers;
        this.clock = clock;
    }

    /** Does work soon. */
    Executor soon() {
        return workers;
    }

    /** Does work after a delay, in nanoseconds, that is asked for each time. */
    Executor after(LongSupplier delay) {
        return work -> {
            var unused = clock.schedule(() -> workers.execute(work), delay.getAsLong(), TimeUnit.NANOSECONDS);
        };
    }

    /** Does work again and again, whether it fails or not, with a pause of {@code milliseconds}. */
    void every(long milliseconds, Runnable work) {
        var unused = clock.scheduleWithFixedDelay(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException e) {
                        LOG.warn("Looking after open pages failed; it is tried again", e);
                    }
                },
                milliseconds,
                milliseconds,
                TimeUnit.MILLISECONDS);
    }

    @PreDestroy
    void stop() {
        clock.shutdownNow();
        workers.shutdown();
    }

    private static Thread thread(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
