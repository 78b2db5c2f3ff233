package io.larkdesk.core.person;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A person's stay in one browser, from a sign-in until it expires, is closed or is revoked.
 *
 * @param key found by
 * @param person whose it is
 * @param openedAt the sign-in
 * @param seenAt when it was last used, to the minute
 * @param expiresAt the end, however busy it is; half-open: at this instant it is over
 */
public record Session(SessionKey key, PersonId person, Instant openedAt, Instant seenAt, Instant expiresAt) {

    /** A session lasts at most this long; inside Lark the next sign-in needs no click. */
    public static final Duration LASTS = Duration.ofHours(12);

    /** A session that is not used for this long is over. */
    public static final Duration IDLE = Duration.ofHours(2);

    /** Refuses null. */
    public Session {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(openedAt, "openedAt");
        Objects.requireNonNull(seenAt, "seenAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    static Session open(SessionKey key, PersonId person, Instant now) {
        return new Session(key, person, now, now, now.plus(LASTS));
    }

    /** Whether it can still be used at {@code now}. */
    public boolean isAliveAt(Instant now) {
        return now.isBefore(expiresAt) && now.isBefore(seenAt.plus(IDLE));
    }

    Session seen(Instant now) {
        return new Session(key, person, openedAt, now, expiresAt);
    }
}
