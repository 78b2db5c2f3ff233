package io.larkdesk.core.escalation;

import java.util.Objects;
import java.util.UUID;

/**
 * Identifies one page over all attempts to send it; Lark gets it as {@code uuid} and accepts it once in an hour.
 *
 * @param value unique in the deployment
 */
public record PageId(UUID value) {

    /** Refuses null. */
    public PageId {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
