package io.larkdesk.core.onboarding;

import io.larkdesk.core.shared.TokenHash;
import java.time.Instant;
import java.util.Optional;

/**
 * The links by which the provider can be set up: each node that starts before there is an administrator makes one. They are of the
 * deployment, not of a tenant. Methods join the running transaction, or are one of their own. Thread-safe.
 */
public interface SetupLinks {

    /** The link whose token has this hash, over or not. */
    Optional<SetupLink> find(TokenHash hash);

    /** Stores a new one, and forgets those that are over at {@code now}. */
    void add(SetupLink link, Instant now);

    /** Forgets all of them. */
    void clear();
}
