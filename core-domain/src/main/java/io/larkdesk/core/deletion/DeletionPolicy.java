package io.larkdesk.core.deletion;

import java.time.Duration;

/**
 * How customers are deleted.
 *
 * @param waiting how long a deletion waits after it was asked for, in which it can be given up
 */
public record DeletionPolicy(Duration waiting) {

    /** A month. */
    public static final DeletionPolicy DEFAULT = new DeletionPolicy(Duration.ofDays(30));

    /** No time. */
    static final DeletionPolicy AT_ONCE = new DeletionPolicy(Duration.ZERO);

    /** Refuses a negative time. */
    public DeletionPolicy {
        if (waiting.isNegative()) {
            throw new IllegalArgumentException("waiting is negative: " + waiting);
        }
    }
}
