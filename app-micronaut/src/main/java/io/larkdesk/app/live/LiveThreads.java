package io.larkdesk.app.live;

import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/** Does what open pages need done. Thread-safe. */
interface LiveThreads {

    /** Does work soon. */
    Executor soon();

    /** Does work after a delay, in nanoseconds, that is asked for each time. */
    Executor after(LongSupplier delay);

    /** Does work again and again, whether it fails or not, with a pause of {@code milliseconds}. */
    void every(long milliseconds, Runnable work);
}
