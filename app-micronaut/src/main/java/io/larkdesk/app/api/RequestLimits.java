package io.larkdesk.app.api;

import io.larkdesk.core.token.TokenId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Counts the requests of each token by the minute, on this node. */
@Singleton
final class RequestLimits {

    /** How many requests a token has in a window. */
    static final int QUOTA = 600;

    /** How long a window is. */
    static final Duration WINDOW = Duration.ofMinutes(1);

    private final ConcurrentMap<TokenId, Window> windows = new ConcurrentHashMap<>();
    private final Clock clock;

    @Inject
    RequestLimits() {
        this(Clock.systemUTC());
    }

    RequestLimits(Clock clock) {
        this.clock = clock;
    }

    /**
     * What is left.
     *
     * @param isWithin whether this request may go on
     * @param remaining how many more may
     * @param seconds in how many seconds there are as many as at first; at least 1
     */
    record Left(boolean isWithin, int remaining, long seconds) {}

    private record Window(Instant endsAt, int requests) {

        Window next(Instant now) {
            return now.isBefore(endsAt)
                    ? new Window(endsAt, Math.min(requests, QUOTA) + 1)
                    : new Window(now.plus(WINDOW), 1);
        }
    }

    /** Counts one more. */
    Left count(TokenId token) {
        Instant now = clock.instant();
        forget(now);
        Window window = windows.merge(token, new Window(now.plus(WINDOW), 1), (known, fresh) -> known.next(now));
        long millis = Duration.between(now, window.endsAt()).toMillis();
        return new Left(
                window.requests() <= QUOTA,
                Math.max(0, QUOTA - window.requests()),
                Math.max(1, (millis + 999) / 1_000));
    }

    private void forget(Instant now) {
        windows.values().removeIf(window -> !now.isBefore(window.endsAt()));
    }
}
