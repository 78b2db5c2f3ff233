package io.larkdesk.core.report;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How long things took. Its two durations are ones that were taken (the nearest rank), none between two of them.
 *
 * @param count how many there were
 * @param median half of them took no longer
 * @param ninetieth nine of ten took no longer
 */
public record Spread(int count, Duration median, Duration ninetieth) {

    /** Nothing took any time. */
    public static final Spread NOTHING = new Spread(0, Duration.ZERO, Duration.ZERO);

    /** Refuses a negative count, and a median above the ninetieth percentile. */
    public Spread {
        Objects.requireNonNull(ninetieth, "ninetieth");
        if (count < 0 || median.compareTo(ninetieth) > 0) {
            throw new IllegalArgumentException("not a spread: " + count + ", " + median + ", " + ninetieth);
        }
    }

    /** That of {@code durations}, in any order. */
    public static Spread of(List<Duration> durations) {
        if (durations.isEmpty()) {
            return NOTHING;
        }
        List<Duration> sorted = durations.stream().sorted().toList();
        return new Spread(sorted.size(), nearest(sorted, 50), nearest(sorted, 90));
    }

    private static Duration nearest(List<Duration> sorted, int percent) {
        return sorted.get((sorted.size() * percent + 99) / 100 - 1);
    }
}
