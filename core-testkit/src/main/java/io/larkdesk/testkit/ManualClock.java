package io.larkdesk.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is told to move, in either direction. In UTC. Thread-safe. */
public final class ManualClock extends Clock {

    /** Where a new clock stands: a Monday morning, not at the edge of any month. */
    public static final Instant START = Instant.parse("2026-03-09T09:00:00Z");

    private Instant now = START;

    /** Moves the clock on by {@code time}; time that is negative sets it back. */
    public synchronized void advance(Duration time) {
        now = now.plus(time);
    }

    /** Sets the clock, forward or back. */
    public synchronized void set(Instant instant) {
        now = instant;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    /** The same clock, moving together with this one, seen from another zone. */
    @Override
    public Clock withZone(ZoneId other) {
        return new Clock() {
            @Override
            public Instant instant() {
                return ManualClock.this.instant();
            }

            @Override
            public ZoneId getZone() {
                return other;
            }

            @Override
            public Clock withZone(ZoneId another) {
                return ManualClock.this.withZone(another);
            }
        };
    }
}
