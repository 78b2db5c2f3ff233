package io.larkdesk.app.live;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Work that is never done by two threads at once, and is done again, from its beginning, if it is asked for while it runs. However
 * often it is asked for meanwhile, it is done once more.
 */
final class Serial {

    private static final Logger LOG = LoggerFactory.getLogger(Serial.class);

    private final Executor executor;
    private final Runnable work;
    private final AtomicInteger asked = new AtomicInteger();

    Serial(Executor executor, Runnable work) {
        this.executor = executor;
        this.work = work;
    }

    /** Has the work done; returns at once. */
    void wake() {
        if (asked.getAndIncrement() == 0) {
            submit();
        }
    }

    private void run() {
        int answered = asked.get();
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("Telling open pages what is new failed; it is tried again", e);
        } finally {
            if (asked.addAndGet(-answered) > 0) {
                submit();
            }
        }
    }

    private void submit() {
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("Nothing is told any more: the node stops");
        }
    }
}
