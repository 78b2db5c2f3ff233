package io.larkdesk.app.live;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/** Keeps work until a test wants it done, on the test's own thread; delays pass at once. */
final class SteppedThreads implements LiveThreads {

    private final Queue<Runnable> work = new ArrayDeque<>();

    @Override
    public Executor soon() {
        return work::add;
    }

    @Override
    public Executor after(LongSupplier delay) {
        return work::add;
    }

    @Override
    public void every(long milliseconds, Runnable repeated) {
        throw new UnsupportedOperationException("tests do it themselves");
    }

    /** Does the oldest work, if there is any. */
    boolean step() {
        Runnable next = work.poll();
        if (next == null) {
            return false;
        }
        next.run();
        return true;
    }

    /** Does all work, and what comes of it. */
    void run() {
        while (step()) {}
    }
}
