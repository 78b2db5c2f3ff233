package io.larkdesk.lark.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.lark.card.Card;
import io.larkdesk.lark.card.CardElement.Button;
import io.larkdesk.lark.card.CardElement.Fact;
import io.larkdesk.lark.card.CardElement.Text;

/**
 * Cards as Card JSON 2.0, which refuses properties that it does not know.
 *
 * @see <a href="https://open.larksuite.com/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-structure">Card JSON 2.0</a>
 */
final class CardJson {

    private static final String NAMES_WIDTH = "84px";

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
        if (!card.subtitle().isBlank()) {
            header.set("subtitle", plain(card.subtitle()));
        }
        card.tag().ifPresent(tag -> header.putArray("text_tag_list")
                .addObject()
                .put("tag", "text_tag")
                .put("color", colour(tag.colour()))
                .set("text", plain(tag.text())));
        return header;
    }

    private static ObjectNode body(Card card) {
        ObjectNode body = Json.object().put("direction", "vertical").put("vertical_spacing", "medium");
        ArrayNode elements = body.putArray("elements");
        card.elements()
                .forEach(element ->
                        elements.add(element.<JsonNode>fold(CardJson::text, CardJson::fact, CardJson::button)));
        return body;
    }

    private static ObjectNode text(Text text) {
        ObjectNode words = plain(text.content());
        switch (text.look()) {
            case NORMAL -> {}
            case NOTE -> words.put("text_size", "notation").put("text_color", "grey");
            case HEADING -> words.put("text_size", "heading");
        }
        words.put("lines", text.lines());
        return Json.object().put("tag", "div").set("text", words);
    }

    private static ObjectNode fact(Fact fact) {
        ObjectNode json = Json.object().put("tag", "column_set").put("horizontal_spacing", "medium");
        ArrayNode columns = json.putArray("columns");
        columns.add(column(plain(fact.name()).put("text_color", "grey")).put("width", NAMES_WIDTH));
        columns.add(column(plain(fact.content())).put("width", "weighted").put("weight", 1));
        return json;
    }

    private static ObjectNode column(ObjectNode words) {
        ObjectNode column = Json.object().put("tag", "column");
        column.putArray("elements").addObject().put("tag", "div").set("text", words);
        return column;
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

    private static String colour(Card.Colour colour) {
        return switch (colour) {
            case RED -> "red";
            case ORANGE -> "orange";
            case GREEN -> "green";
            case NEUTRAL -> "neutral";
        };
    }

    private static String type(Button.Weight weight) {
        return switch (weight) {
            case PRIMARY -> "primary_filled";
            case DANGER -> "danger_filled";
            case NORMAL -> "default";
        };
    }
}
