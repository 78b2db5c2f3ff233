package io.larkdesk.core.webhook;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies what is told to one endpoint over all attempts, so that who gets it twice can see that.
 *
 * @param value unique in the deployment
 */
public record EventId(UUID value) {

    /** Refuses null. */
    public EventId {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
