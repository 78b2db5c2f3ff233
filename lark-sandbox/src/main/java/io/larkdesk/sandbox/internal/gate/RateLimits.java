package io.larkdesk.sandbox.internal.gate;

import io.larkdesk.sandbox.internal.platform.PlatformClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Sliding windows of calls, one for each thing that is limited. Safe for threads; the oldest things are forgotten. */
public final class RateLimits {

    private static final int REMEMBERED = 20_000;

    private final PlatformClock clock;
    private final Map<String, Deque<Instant>> calls = new LinkedHashMap<>(256, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Instant>> eldest) {
            return size() > REMEMBERED;
        }
    };

    public RateLimits(PlatformClock clock) {
        this.clock = clock;
    }

    /** Takes a call out of the limit, or says how long until there is room again. */
    public synchronized Optional<Duration> take(String thing, Limit limit) {
        Instant now = clock.now();
        Deque<Instant> recent = calls.computeIfAbsent(thing + "@" + limit.window(), key -> new ArrayDeque<>());
        while (!recent.isEmpty() && !recent.peekFirst().plus(limit.window()).isAfter(now)) {
            recent.removeFirst();
        }
        if (recent.size() >= limit.calls()) {
            return Optional.of(Duration.between(now, recent.getFirst().plus(limit.window())));
        }
        recent.addLast(now);
        return Optional.empty();
    }

    /** Takes a call of the app out of its limits for an API, or throws 99991400 with Lark's headers. */
    void take(String appId, String api, Tier tier) {
        for (Limit limit : tier.limits()) {
            Optional<Duration> wait = take(appId + " " + api, limit);
            if (wait.isPresent()) {
                throw tooFrequent(limit, wait.get());
            }
        }
    }

    /** The refusal of a call that comes too early. */
    public static Refusal tooFrequent(Limit limit, Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return new Refusal(429, 99991400, "request trigger frequency limit")
                .header("x-ogw-ratelimit-limit", Integer.toString(limit.calls()))
                .header("x-ogw-ratelimit-reset", Long.toString(seconds));
    }
}
