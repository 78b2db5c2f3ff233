package io.larkdesk.lark;

import io.larkdesk.core.person.OpenId;
import io.larkdesk.lark.card.Card;
import java.util.Objects;
import java.util.UUID;

/**
 * A card on its way to a person.
 *
 * @param to who gets it
 * @param uuid Lark accepts it once in an hour
 * @param card what it shows
 */
public record CardMessage(OpenId to, UUID uuid, Card card) {

    /** Refuses null. */
    public CardMessage {
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(uuid, "uuid");
        Objects.requireNonNull(card, "card");
    }
}
