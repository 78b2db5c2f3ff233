package io.larkdesk.benchmarks.wire;

import java.util.Arrays;

/** How long each of many things took. Not safe for several threads. */
public final class Latencies {

    private static final double NANOS_PER_MILLI = 1e6;

    private long[] nanos = new long[1024];
    private int count;

    /** One more. */
    public void add(long tookNanos) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = tookNanos;
    }

    /** How many there are. */
    public int count() {
        return count;
    }

    /** What the share {@code of} took at most, in milliseconds: the median with 0.5. NaN if there are none. */
    public double millis(double of) {
        if (count == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[Math.min(count - 1, (int) Math.ceil(of * count) - 1)] / NANOS_PER_MILLI;
    }
}
