package io.larkdesk.testkit;

import io.larkdesk.core.audit.AuditToken;
import io.larkdesk.core.audit.Origin;
import io.larkdesk.core.audit.Origins;
import java.util.Objects;
import java.util.Optional;

/**
 * Says of all work the same.
 *
 * @param current from where it comes
 * @param token by which token
 */
public record FixedOrigins(Optional<Origin> current, Optional<AuditToken> token) implements Origins {

    /** In the background. */
    public static final Origins NOWHERE = new FixedOrigins(Optional.empty(), Optional.empty());

    /** Refuses null. */
    public FixedOrigins {
        Objects.requireNonNull(current, "current");
        Objects.requireNonNull(token, "token");
    }
}
