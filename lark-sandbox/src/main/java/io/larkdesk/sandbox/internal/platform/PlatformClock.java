package io.larkdesk.sandbox.internal.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;

/** The platform's time: its source's, plus what it was advanced. It never goes back. Safe for threads. */
public final class PlatformClock {

    private final InstantSource source;
    private Duration advanced = Duration.ZERO;
    private Instant latest = Instant.MIN;

    public PlatformClock(InstantSource source) {
        this.source = source;
    }

    public synchronized Instant now() {
        Instant now = source.instant().plus(advanced);
        if (now.isAfter(latest)) {
            latest = now;
        }
        return latest;
    }

    /** Moves the time forward; a negative duration is refused. */
    public synchronized void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("the clock only goes forward, not by " + by);
        }
        advanced = advanced.plus(by);
    }

    /** The calendar month for the quota. Lark does not say in which time zone; here it is UTC. */
    public YearMonth month() {
        return YearMonth.from(now().atOffset(ZoneOffset.UTC));
    }

    /** Wall time that runs with the machine's monotonic clock, so that a correction of the wall clock moves nothing. */
    public static InstantSource monotonic() {
        Instant start = InstantSource.system().instant();
        long startNanos = System.nanoTime();
        return () -> start.plusNanos(System.nanoTime() - startNanos);
    }
}
