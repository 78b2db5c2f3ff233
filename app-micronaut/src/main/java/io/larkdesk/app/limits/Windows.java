package io.larkdesk.app.limits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Counts by the minute, on this node: each key has a window of its own, which begins with the first that is counted. Of so many keys that
 * they would cost too much memory, those that come last share a window. Thread-safe.
 *
 * @param <K> of whom is counted
 */
public final class Windows<K> {

    /** How long a window is. */
    public static final Duration LENGTH = Duration.ofMinutes(1);

    /** So many keys cost some ten megabytes. */
    private static final int MOST_KEYS = 100_000;

    private static final Duration FORGET_EVERY = Duration.ofSeconds(1);

    private final ConcurrentMap<K, Window> windows = new ConcurrentHashMap<>();
    private final AtomicReference<Window> others;
    private final AtomicReference<Instant> forgottenAt;
    private final Clock clock;

    /** Nothing is counted yet. */
    public Windows(Clock clock) {
        this.clock = Objects.requireNonNull(clock, "clock");
        this.others = new AtomicReference<>(new Window(Instant.MIN, 0));
        this.forgottenAt = new AtomicReference<>(clock.instant());
    }

    /**
     * What is left.
     *
     * @param isWithin whether what was counted may go on
     * @param remaining how many more may
     * @param seconds in how many seconds there are as many as at first; at least 1
     */
    public record Left(boolean isWithin, int remaining, long seconds) {

        private static Left of(Window window, int quota, Instant now) {
            long millis = Math.max(0, Duration.between(now, window.endsAt()).toMillis());
            return new Left(
                    window.count() <= quota, Math.max(0, quota - window.count()), Math.max(1, (millis + 999) / 1_000));
        }
    }

    private record Window(Instant endsAt, int count) {

        /** The sum stays where it is once it is far beyond any quota. */
        Window plus(int more, Instant now) {
            return now.isBefore(endsAt)
                    ? new Window(endsAt, Math.min(count, Integer.MAX_VALUE - more) + more)
                    : new Window(now.plus(LENGTH), more);
        }
    }

    /** Counts {@code weight} more of {@code key}, which may have {@code quota} in a window. */
    public Left count(K key, int weight, int quota) {
        Instant now = clock.instant();
        forget(now);
        Window known = windows.computeIfPresent(key, (ignored, window) -> window.plus(weight, now));
        if (known == null && windows.size() >= MOST_KEYS) {
            known = others.updateAndGet(window -> window.plus(weight, now));
        } else if (known == null) {
            known = windows.merge(
                    key, new Window(now.plus(LENGTH), weight), (window, fresh) -> window.plus(weight, now));
        }
        return Left.of(known, quota, now);
    }

    /** Whether {@code key} would be new where very many are counted: half of those for whom there is room. */
    public boolean isNewInCrowd(K key) {
        return windows.size() >= MOST_KEYS / 2 && !windows.containsKey(key);
    }

    /** What is left of the {@code quota} of {@code key} if nothing more is counted; none is left once it is used up. */
    public Left look(K key, int quota) {
        Instant now = clock.instant();
        Window known = windows.get(key);
        return known == null || !now.isBefore(known.endsAt())
                ? new Left(true, quota, 1)
                : Left.of(new Window(known.endsAt(), Math.min(known.count(), Integer.MAX_VALUE - 1) + 1), quota, now);
    }

    private void forget(Instant now) {
        Instant last = forgottenAt.get();
        boolean isTime = Duration.between(last, now).abs().compareTo(FORGET_EVERY) >= 0;
        if (isTime && forgottenAt.compareAndSet(last, now)) {
            windows.values().removeIf(window -> !now.isBefore(window.endsAt()));
        }
    }
}
