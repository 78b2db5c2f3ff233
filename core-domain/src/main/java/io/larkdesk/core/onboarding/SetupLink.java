package io.larkdesk.core.onboarding;

import io.larkdesk.core.shared.TokenHash;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A link by which the provider is set up and its first administrator comes in.
 *
 * @param hash of the token that it carries
 * @param expiresAt half-open: at this instant it opens nothing any more
 */
public record SetupLink(TokenHash hash, Instant expiresAt) {

    /** For how long one opens the set-up. */
    public static final Duration LASTS = Duration.ofHours(1);

    /** Refuses null. */
    public SetupLink {
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    /** Whether it opens the set-up at {@code now}. */
    public boolean isOpenAt(Instant now) {
        return now.isBefore(expiresAt);
    }
}
