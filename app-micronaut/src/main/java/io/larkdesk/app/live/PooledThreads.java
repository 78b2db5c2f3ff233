package io.larkdesk.app.live;

import io.larkdesk.app.scope.BackgroundThreads;
import jakarta.annotation.PreDestroy;
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
final class PooledThreads implements LiveThreads {

    private static final Logger LOG = LoggerFactory.getLogger(PooledThreads.class);

    private static final int WORKERS = 4;
    private static final int CLOCKS = 3;
    private static final long LONGEST_STOP_SECONDS = 2;

    private final ExecutorService workers = Executors.newFixedThreadPool(WORKERS, new BackgroundThreads("live-worker"));
    private final ScheduledExecutorService clock =
            Executors.newScheduledThreadPool(CLOCKS, new BackgroundThreads("live-clock"));

    @Override
    public Executor soon() {
        return workers;
    }

    @Override
    public Executor after(LongSupplier delay) {
        return work -> {
            var unused = clock.schedule(() -> workers.execute(work), delay.getAsLong(), TimeUnit.NANOSECONDS);
        };
    }

    @Override
    public void every(long milliseconds, Runnable work) {
        Runnable undaunted = () -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.warn("Looking after open pages failed; it is tried again", e);
            }
        };
        var unused = clock.scheduleWithFixedDelay(undaunted, milliseconds, milliseconds, TimeUnit.MILLISECONDS);
    }

    /** What is being read is read to its end, as long as there is a database. */
    @PreDestroy
    void stop() throws InterruptedException {
        clock.shutdown();
        workers.shutdown();
        if (!workers.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)
                || !clock.awaitTermination(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
            LOG.debug("Something about open pages was still under way");
        }
    }
}
