package io.larkdesk.benchmarks.harness;

import java.time.Duration;

/** Does the work that is measured, run after run. Used by one thread. */
public interface Worker extends AutoCloseable {

    /**
     * Works for about {@code length}, or does a fixed piece of work, and counts afterwards what came of it.
     *
     * @throws Exception if it could not go on
     */
    Run run(Duration length) throws Exception;

    @Override
    void close();
}
