package io.larkdesk.core.conversation;

import java.util.Objects;
import java.util.UUID;

/**
 * Chosen by the author's browser for one message, and kept over all tries to send it, so that it is posted once.
 *
 * @param value unique among the author's messages in the group
 */
public record ClientId(UUID value) {

    /** Refuses null. */
    public ClientId {
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
