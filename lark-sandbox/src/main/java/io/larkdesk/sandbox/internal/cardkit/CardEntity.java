package io.larkdesk.sandbox.internal.cardkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Set;

/**
 * A card that lives apart from messages, as it is now.
 *
 * @param sequence of the last change
 * @param uuids of the changes so far
 */
record CardEntity(
        String id, String appId, ObjectNode card, long sequence, Set<String> uuids, boolean sent, Instant expiresAt) {

    CardEntity {
        uuids = Set.copyOf(uuids);
    }

    CardEntity markedSent() {
        return new CardEntity(id, appId, card, sequence, uuids, true, expiresAt);
    }
}
