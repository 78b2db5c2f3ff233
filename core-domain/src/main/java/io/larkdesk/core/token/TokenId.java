package io.larkdesk.core.token;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies a token among those of the provider. Says nothing of its secret.
 *
 * @param value unique in the deployment
 */
public record TokenId(UUID value) {

    /** Refuses null. */
    public TokenId {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
