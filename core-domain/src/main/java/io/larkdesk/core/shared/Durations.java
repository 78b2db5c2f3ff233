package io.larkdesk.core.shared;

import java.time.Duration;

/** What is asked of lengths of time. */
public final class Durations {

    private Durations() {}

    /**
     * Refuses what is not positive.
     *
     * @param name how the value is called
     * @throws IllegalArgumentException if {@code value} is zero or negative
     */
    public static void requirePositive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " is not positive: " + value);
        }
    }
}
