package io.larkdesk.sandbox.internal.im;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.card.CardFault;
import io.larkdesk.sandbox.internal.card.CardRules;
import io.larkdesk.sandbox.internal.cardkit.CardEntities;
import io.larkdesk.sandbox.internal.cardkit.CardKit;
import io.larkdesk.sandbox.internal.gate.Call;
import io.larkdesk.sandbox.internal.gate.Endpoint;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.json.Json;

/** The card entity of a message, made of its card when it has none: {@code POST cardkit/v1/cards/id_convert}. */
public final class CardOfMessage {

    private final Messages messages;
    private final CardEntities entities;

    public CardOfMessage(Messages messages, CardEntities entities) {
        this.messages = messages;
        this.entities = entities;
    }

    public Endpoint endpoint() {
        return CardKit.endpoint("POST", "/open-apis/cardkit/v1/cards/id_convert", this::convert);
    }

    private Reply convert(Call call) {
        String messageId = Call.text(call.body(), "message_id");
        Message message = messages.find(messageId)
                .filter(one -> one.appId().equals(call.app().id()) && one.type().equals("interactive"))
                .orElseThrow(() -> new CardFault(10002, "this app sent no card with message_id " + messageId));
        String cardId = message.cardId().orElseGet(() -> {
            ObjectNode card = Json.parseObject(message.current()).orElseGet(Json::object);
            CardRules.checkEntity(card);
            String made = entities.create(call.app(), card, true);
            return messages.change(messageId, one -> one.cardId().isPresent() ? one : one.showing(made))
                    .flatMap(Message::cardId)
                    .orElse(made);
        });
        return Call.success(Json.object().put("card_id", cardId));
    }
}
