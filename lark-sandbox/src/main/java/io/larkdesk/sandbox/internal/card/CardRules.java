package io.larkdesk.sandbox.internal.card;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The rules of message cards. */
public final class CardRules {

    private CardRules() {}

    public static boolean isSchema2(ObjectNode card) {
        return card.path("schema").asText("").equals("2.0");
    }

    /** Throws where Lark would not accept the card. */
    public static void check(ObjectNode card) {
        if (isSchema2(card)) {
            Schema2.check(card);
        }
    }
}
