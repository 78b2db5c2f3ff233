package io.larkdesk.core.webhook;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies an endpoint among those of the provider.
 *
 * @param value unique in the deployment
 */
public record EndpointId(UUID value) {

    /** Refuses null. */
    public EndpointId {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
