package io.larkdesk.app.api;

import io.larkdesk.app.limits.Windows;
import io.larkdesk.core.token.TokenId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Counts the requests of each token by the minute, on this node. */
@Singleton
final class RequestLimits {

    /** How many requests a token has in a window. */
    static final int QUOTA = 600;

    private final Windows<TokenId> windows;

    @Inject
    RequestLimits() {
        this(Clock.systemUTC());
    }

    RequestLimits(Clock clock) {
        this.windows = new Windows<>(clock);
    }

    /** Counts one more. */
    Windows.Left count(TokenId token) {
        return windows.count(token, 1, QUOTA);
    }
}
