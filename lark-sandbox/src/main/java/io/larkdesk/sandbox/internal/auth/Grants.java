package io.larkdesk.sandbox.internal.auth;

import io.larkdesk.sandbox.internal.platform.Names;
import io.larkdesk.sandbox.internal.platform.PlatformClock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The codes that were given out, and which are spent. Safe for threads. */
public final class Grants {

    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final Duration REMEMBERED = Duration.ofHours(1);
    private static final int SWEEP_ABOVE = 10_000;

    private final PlatformClock clock;
    private final Names names;
    private final Map<String, Grant> byCode = new HashMap<>();
    private final Set<String> spent = new HashSet<>();

    public Grants(PlatformClock clock, Names names) {
        this.clock = clock;
        this.names = names;
    }

    synchronized Grant issue(String appId, String openId, String redirectUri, Challenge challenge, String scope) {
        if (byCode.size() > SWEEP_ABOVE) {
            Instant longAgo = clock.now().minus(REMEMBERED);
            byCode.values().removeIf(grant -> grant.expiresAt().isBefore(longAgo));
            spent.retainAll(byCode.keySet());
        }
        Grant grant = new Grant(
                names.token(64),
                appId,
                openId,
                redirectUri,
                challenge,
                scope,
                clock.now().plus(LIFETIME));
        byCode.put(grant.code(), grant);
        return grant;
    }

    synchronized Optional<Grant> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    boolean isExpired(Grant grant) {
        return !clock.now().isBefore(grant.expiresAt());
    }

    synchronized boolean isSpent(Grant grant) {
        return spent.contains(grant.code());
    }

    /** Uses the code up; false when somebody else already did. */
    synchronized boolean spend(Grant grant) {
        return spent.add(grant.code());
    }
}
