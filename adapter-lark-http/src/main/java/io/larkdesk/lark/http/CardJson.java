package io.larkdesk.lark.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.lark.card.Card;
import io.larkdesk.lark.card.CardElement.Button;
import io.larkdesk.lark.card.CardElement.Text;

/**
 * Cards as Card JSON 2.0, which refuses properties that it does not know.
 *
 * @see <a href="https://open.larksuite.com/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-structure">Card JSON 2.0</a>
 */
final class CardJson {

    private CardJson() {}

    static ObjectNode of(Card card) {
        ObjectNode json = Json.object().put("schema", "2.0");
        json.set("config", config(card));
        json.set("card_link", Json.object().put("url", card.link().toString()));
        json.set("header", header(card));
        json.set("body", body(card));
        return json;
    }

    private static ObjectNode config(Card card) {
        ObjectNode config = Json.object()
                .put("update_multi", true)
                .put("enable_forward", false)
                .put("width_mode", "compact");
        if (!card.summary().isBlank()) {
            config.set("summary", Json.object().put("content", card.summary()));
        }
        return config;
    }

    private static ObjectNode header(Card card) {
        ObjectNode header = Json.object().put("template", template(card.template()));
        header.set("title", plain(card.title()));
        return header;
    }

    private static ObjectNode body(Card card) {
        ObjectNode body = Json.object().put("direction", "vertical").put("vertical_spacing", "medium");
        ArrayNode elements = body.putArray("elements");
        card.elements().forEach(element -> elements.add(element.<JsonNode>fold(CardJson::text, CardJson::button)));
        return body;
    }

    private static ObjectNode text(Text text) {
        ObjectNode words = plain(text.content());
        if (text.look() == Text.Look.NOTE) {
            words.put("text_size", "notation").put("text_color", "grey");
        }
        words.put("lines", text.lines());
        return Json.object().put("tag", "div").set("text", words);
    }

    private static ObjectNode button(Button button) {
        ObjectNode json = Json.object().put("tag", "button").put("type", type(button.weight()));
        json.set("text", plain(button.label()));
        json.putArray("behaviors")
                .addObject()
                .put("type", "open_url")
                .put("default_url", button.opens().toString());
        return json;
    }

    private static ObjectNode plain(String content) {
        return Json.object().put("tag", "plain_text").put("content", content);
    }

    private static String template(Card.Template template) {
        return switch (template) {
            case TURQUOISE -> "turquoise";
            case BLUE -> "blue";
            case ORANGE -> "orange";
            case RED -> "red";
            case GREEN -> "green";
        };
    }

    private static String type(Button.Weight weight) {
        return switch (weight) {
            case PRIMARY -> "primary_filled";
            case NORMAL -> "default";
        };
    }
}
