package io.larkdesk.lark.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.lark.card.Card;
import io.larkdesk.lark.card.CardContent;

/** Cards as Card JSON 2.0. */
final class CardJson {

    private CardJson() {}

    static ObjectNode of(Card card) {
        return Json.MAPPER.valueToTree(CardContent.of(card));
    }
}
