package io.larkdesk.persistence.jdbi;

import java.util.concurrent.ThreadLocalRandom;

/** Pauses between tries: longer each time up to some seconds, and at random, so that nodes do not come back all at once. */
final class Backoff {

    private static final long FIRST_MILLIS = 50;
    private static final int MOST_DOUBLINGS = 6;

    private int failures;

    void reset() {
        failures = 0;
    }

    void pause() throws InterruptedException {
        long longest = FIRST_MILLIS << Math.min(failures++, MOST_DOUBLINGS);
        Thread.sleep(ThreadLocalRandom.current().nextLong(longest / 2, longest));
    }
}
