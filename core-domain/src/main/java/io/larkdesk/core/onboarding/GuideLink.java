package io.larkdesk.core.onboarding;

import io.larkdesk.core.shared.TokenHash;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A link by which a customer's administrator does the customer's part without an account.
 *
 * @param hash of the token that it carries
 * @param expiresAt half-open: at this instant it opens nothing any more
 */
public record GuideLink(TokenHash hash, Instant expiresAt) {

    /** For how long one opens the guide. */
    public static final Duration LASTS = Duration.ofDays(7);

    /** Refuses null. */
    public GuideLink {
        Objects.requireNonNull(hash, "hash");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }

    /** Whether it opens the guide at {@code now}. */
    public boolean isOpenAt(Instant now) {
        return now.isBefore(expiresAt);
    }
}
