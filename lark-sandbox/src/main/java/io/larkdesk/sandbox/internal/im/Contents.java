package io.larkdesk.sandbox.internal.im;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.card.CardFault;
import io.larkdesk.sandbox.internal.card.CardRules;
import io.larkdesk.sandbox.internal.cardkit.CardEntities;
import io.larkdesk.sandbox.internal.gate.Refusal;
import io.larkdesk.sandbox.internal.json.Json;
import io.larkdesk.sandbox.internal.platform.App;
import java.util.Optional;

/** What a message may carry: a text, a post, a card, or a card entity. */
public final class Contents {

    private static final int LARGEST_TEXT = 150 * 1024;
    private static final int LARGEST_CARD = 30 * 1024;

    private final CardEntities entities;

    public Contents(CardEntities entities) {
        this.entities = entities;
    }

    void check(App app, String type, String content, int requestBytes) {
        ObjectNode parsed = Json.parseObject(content)
                .orElseThrow(() -> Refusal.badRequest(
                        230001,
                        "Your request contains an invalid request parameter, ext=content is not a JSON object"));
        if (requestBytes > (type.equals("text") ? LARGEST_TEXT : LARGEST_CARD)) {
            throw Refusal.badRequest(230025, "The length of the message content reaches its limit");
        }
        switch (type) {
            case "text" -> {
                if (parsed.path("text").asText("").isEmpty()) {
                    throw Refusal.badRequest(
                            230001, "Your request contains an invalid request parameter, ext=text content is empty");
                }
            }
            case "post" -> {}
            case "interactive" -> checkCard(app, parsed);
            case "image", "file", "audio", "media", "sticker", "share_chat", "share_user" ->
                throw Refusal.badRequest(230055, "The sandbox has no uploads, so it sends no message of type " + type);
            default ->
                throw Refusal.badRequest(
                        230001, "Your request contains an invalid request parameter, ext=invalid msg_type " + type);
        }
    }

    private void checkCard(App app, ObjectNode card) {
        String form = card.path("type").asText("");
        try {
            if (form.equals("card")) {
                entities.checkSendable(app, cardId(card));
            } else if (form.equals("template")) {
                throw new CardFault(11311, "template is not found: the card builder is not available here");
            } else {
                CardRules.check(card);
            }
        } catch (CardFault fault) {
            throw Refusal.badRequest(230099, fault.ext());
        }
    }

    /** The card entity that the content names, if it names one. */
    Optional<String> entity(String type, String content) {
        return type.equals("interactive")
                ? Json.parseObject(content)
                        .filter(card -> card.path("type").asText("").equals("card"))
                        .map(Contents::cardId)
                : Optional.empty();
    }

    /** The card of the entity, which is now sent and cannot be sent again. */
    String take(App app, String cardId) {
        try {
            return entities.take(app, cardId);
        } catch (CardFault fault) {
            throw Refusal.badRequest(230099, fault.ext());
        }
    }

    private static String cardId(ObjectNode card) {
        return card.path("data").path("card_id").asText("");
    }
}
