package io.larkdesk.sandbox.internal.gate;

import io.larkdesk.sandbox.internal.platform.Names;
import io.larkdesk.sandbox.internal.platform.PlatformClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The tokens that were given out. Safe for threads. */
public final class Tokens {

    /** How long a token lives. */
    public static final Duration LIFETIME = Duration.ofHours(2);

    private static final Duration RENEWED_BELOW = Duration.ofMinutes(30);
    private static final int SWEEP_ABOVE = 1_000;

    /** A token of an app, or of a person in an app. */
    public record Token(String value, Access access, String appId, Optional<String> openId, Instant expiresAt) {

        public boolean isValidAt(Instant now) {
            return now.isBefore(expiresAt);
        }
    }

    private record AppAccess(String appId, Access access) {}

    private final PlatformClock clock;
    private final Names names;
    private final Map<String, Token> byValue = new HashMap<>();
    private final Map<AppAccess, Token> newest = new HashMap<>();
    private int sweepAbove = SWEEP_ABOVE;

    public Tokens(PlatformClock clock, Names names) {
        this.clock = clock;
        this.names = names;
    }

    /** The app's token: the same one while it has 30 minutes left, then a new one; the old one keeps its lifetime. */
    public synchronized Token ofApp(String appId, Access access) {
        Token known = newest.get(new AppAccess(appId, access));
        if (known != null && Duration.between(clock.now(), known.expiresAt()).compareTo(RENEWED_BELOW) >= 0) {
            return known;
        }
        String value = (access == Access.APP ? "a-g1" : "t-g1") + names.token(40);
        Token token = remember(new Token(value, access, appId, Optional.empty(), expiry()));
        newest.put(new AppAccess(appId, access), token);
        return token;
    }

    /** A new token of a person, as long as the real ones are. */
    public synchronized Token ofPerson(String appId, String openId) {
        String value = "eyJ" + names.token(33) + "." + names.token(900) + "." + names.token(86);
        return remember(new Token(value, Access.USER, appId, Optional.of(openId), expiry()));
    }

    /** The token with this value, also when its time is over; long after that it is forgotten. */
    public synchronized Optional<Token> find(String value) {
        return Optional.ofNullable(byValue.get(value));
    }

    private Token remember(Token token) {
        if (byValue.size() > sweepAbove) {
            Instant longAgo = clock.now().minus(LIFETIME);
            byValue.values().removeIf(old -> !old.isValidAt(longAgo));
            sweepAbove = Math.max(SWEEP_ABOVE, 2 * byValue.size());
        }
        byValue.put(token.value(), token);
        return token;
    }

    private Instant expiry() {
        return clock.now().plus(LIFETIME);
    }
}
