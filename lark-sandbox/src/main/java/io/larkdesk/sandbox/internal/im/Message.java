package io.larkdesk.sandbox.internal.im;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A message from an app's bot to a person.
 *
 * @param uuid the caller's key against doubles; empty when it gave none
 * @param arrivedAt when the first accepted send arrived, by the platform's clock
 * @param content as it was sent: JSON in a text
 * @param cardId the card entity that it shows
 * @param updates what it was changed to since, oldest first
 * @param repeats how many further sends with the same uuid were answered with this message
 */
public record Message(
        String id,
        String appId,
        String openId,
        String chatId,
        String uuid,
        Instant arrivedAt,
        String type,
        String content,
        Optional<String> cardId,
        List<Update> updates,
        int repeats) {

    private static final int UPDATES_KEPT = 100;

    /** A change of the message's card. */
    public record Update(Instant at, String content) {}

    public Message {
        updates = List.copyOf(updates);
    }

    /** What the person sees now. */
    public String current() {
        return updates.isEmpty() ? content : updates.get(updates.size() - 1).content();
    }

    Message updated(Update update) {
        List<Update> all = new ArrayList<>(updates);
        all.add(update);
        List<Update> kept = all.subList(Math.max(0, all.size() - UPDATES_KEPT), all.size());
        return new Message(id, appId, openId, chatId, uuid, arrivedAt, type, content, cardId, kept, repeats);
    }

    Message repeated() {
        return new Message(id, appId, openId, chatId, uuid, arrivedAt, type, content, cardId, updates, repeats + 1);
    }

    Message showing(String newCardId) {
        return new Message(
                id, appId, openId, chatId, uuid, arrivedAt, type, content, Optional.of(newCardId), updates, repeats);
    }
}
