package io.larkdesk.sandbox.internal.card;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;

/** The rules of message cards. */
public final class CardRules {

    /** More elements than a card may have, as the message service says it. */
    public static final int TOO_MANY_ELEMENTS = 11310;

    private static final int LARGEST_ENTITY = 30 * 1024;

    private CardRules() {}

    public static boolean isSchema2(ObjectNode card) {
        return card.path("schema").asText("").equals("2.0");
    }

    /** Throws where Lark would not accept the card in a message. Of the older schema, hardly anything is checked. */
    public static void check(ObjectNode card) {
        if (isSchema2(card)) {
            Schema2.check(card);
        }
    }

    /** Throws where Lark would not accept the card as an entity: of schema 2.0, not empty and at most 30 KB. */
    public static void checkEntity(ObjectNode card) {
        if (card.isEmpty()) {
            throw new CardFault(300307, "the card is empty");
        }
        if (!isSchema2(card)) {
            throw new CardFault(300303, "the card is not of schema 2.0");
        }
        try {
            Schema2.check(card);
        } catch (CardFault fault) {
            throw fault.code() == TOO_MANY_ELEMENTS ? new CardFault(300305, fault.reason()) : fault;
        }
        if (card.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST_ENTITY) {
            throw new CardFault(200860, "the card is larger than 30 KB");
        }
    }
}
