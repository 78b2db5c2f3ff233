package io.larkdesk.lark.http;

import java.time.Duration;

/** The instant at which a call is over, on the machine's monotonic clock. */
final class Deadline {

    private static final Duration LONGEST = Duration.ofDays(1);

    /** Does not pass while anybody looks. */
    static final Deadline NEVER = new Deadline(System.nanoTime() + Long.MAX_VALUE / 2);

    private final long at;

    private Deadline(long at) {
        this.at = at;
    }

    /** In so much time from now, and at most in a day. */
    static Deadline in(Duration within) {
        Duration most = within.compareTo(LONGEST) > 0 ? LONGEST : within;
        return new Deadline(System.nanoTime() + (most.isNegative() ? 0 : most.toNanos()));
    }

    /** Zero or less when it has passed. */
    long remainingNanos() {
        return at - System.nanoTime();
    }

    boolean hasPassed() {
        return remainingNanos() <= 0;
    }
}
