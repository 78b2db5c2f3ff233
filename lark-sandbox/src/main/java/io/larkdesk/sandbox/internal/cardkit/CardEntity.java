package io.larkdesk.sandbox.internal.cardkit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A card that lives apart from messages, as it is now.
 *
 * @param sequence of the last change
 * @param done the changes so far that had a uuid: their bodies by it
 */
record CardEntity(
        String id,
        String appId,
        ObjectNode card,
        long sequence,
        Map<String, String> done,
        boolean sent,
        Instant expiresAt) {

    CardEntity {
        done = Map.copyOf(done);
    }

    CardEntity markedSent() {
        return new CardEntity(id, appId, card, sequence, done, true, expiresAt);
    }

    CardEntity changed(ObjectNode newCard, long newSequence, String uuid, String body) {
        Map<String, String> all = new HashMap<>(done);
        if (!uuid.isEmpty()) {
            all.put(uuid, body);
        }
        return new CardEntity(id, appId, newCard, newSequence, all, sent, expiresAt);
    }
}
