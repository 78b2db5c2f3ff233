package io.larkdesk.lark.card;

import io.larkdesk.lark.card.CardElement.Button;
import io.larkdesk.lark.card.CardElement.Fact;
import io.larkdesk.lark.card.CardElement.Text;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cards as Card JSON 2.0, which refuses properties that it does not know; in maps, lists, texts, numbers and truth values, which any JSON
 * library writes.
 *
 * @see <a href="https://open.larksuite.com/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-structure">Card JSON 2.0</a>
 */
public final class CardContent {

    private static final String NAMES_WIDTH = "84px";

    private CardContent() {}

    /** What Lark takes for {@code card}: the {@code content} of a message, once it is written as JSON. */
    public static Map<String, Object> of(Card card) {
        return object(
                "schema", "2.0",
                "config", config(card),
                "card_link", object("url", card.link().toString()),
                "header", header(card),
                "body", body(card));
    }

    private static Map<String, Object> config(Card card) {
        Map<String, Object> config = object("update_multi", true, "enable_forward", false, "width_mode", "compact");
        if (!card.summary().isBlank()) {
            config.put("summary", object("content", card.summary()));
        }
        return config;
    }

    private static Map<String, Object> header(Card card) {
        Map<String, Object> header = object("template", template(card.template()), "title", plain(card.title()));
        if (!card.subtitle().isBlank()) {
            header.put("subtitle", plain(card.subtitle()));
        }
        card.tag()
                .ifPresent(tag -> header.put(
                        "text_tag_list",
                        List.of(object("tag", "text_tag", "color", colour(tag.colour()), "text", plain(tag.text())))));
        return header;
    }

    private static Map<String, Object> body(Card card) {
        return object(
                "direction",
                "vertical",
                "vertical_spacing",
                "medium",
                "elements",
                card.elements().stream()
                        .map(element -> element.fold(CardContent::text, CardContent::fact, CardContent::button))
                        .toList());
    }

    private static Map<String, Object> text(Text text) {
        Map<String, Object> words = plain(text.content());
        switch (text.look()) {
            case NORMAL -> {}
            case NOTE -> words.putAll(object("text_size", "notation", "text_color", "grey"));
            case HEADING -> words.put("text_size", "heading");
        }
        words.put("lines", text.lines());
        return object("tag", "div", "text", words);
    }

    private static Map<String, Object> fact(Fact fact) {
        Map<String, Object> name = plain(fact.name());
        name.put("text_color", "grey");
        Map<String, Object> names = column(name);
        names.put("width", NAMES_WIDTH);
        Map<String, Object> contents = column(plain(fact.content()));
        contents.putAll(object("width", "weighted", "weight", 1));
        return object("tag", "column_set", "horizontal_spacing", "medium", "columns", List.of(names, contents));
    }

    private static Map<String, Object> column(Map<String, Object> words) {
        return object("tag", "column", "elements", List.of(object("tag", "div", "text", words)));
    }

    private static Map<String, Object> button(Button button) {
        return object(
                "tag",
                "button",
                "type",
                type(button.weight()),
                "text",
                plain(button.label()),
                "behaviors",
                List.of(object("type", "open_url", "default_url", button.opens().toString())));
    }

    private static Map<String, Object> plain(String content) {
        return object("tag", "plain_text", "content", content);
    }

    /** Names and values by turns, in this order. */
    private static Map<String, Object> object(Object... namesAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return object;
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
