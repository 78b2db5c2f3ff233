package io.larkdesk.sandbox.internal.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Card JSON 2.0: which parts a card has and which properties each part knows. After Lark's pages on the card's
 * structure and its components; a component that is not listed with properties is accepted with any.
 */
final class Schema2 {

    static final int MOST_ELEMENTS = 200;

    private static final int UNKNOWN_PROPERTY = 200621;
    private static final int UNSUPPORTED_TAG = 200861;
    private static final int DUPLICATE_ELEMENT = 300301;

    private static final Set<String> ROOT = Set.of("schema", "config", "card_link", "header", "body");
    private static final Set<String> CONFIG = Set.of(
            "streaming_mode",
            "streaming_config",
            "summary",
            "locales",
            "enable_forward",
            "update_multi",
            "width_mode",
            "use_custom_translation",
            "enable_forward_interaction",
            "style");
    private static final Set<String> LINK = Set.of("url", "android_url", "ios_url", "pc_url");
    private static final Set<String> HEADER = Set.of(
            "title", "subtitle", "text_tag_list", "i18n_text_tag_list", "template", "icon", "ud_icon", "padding");
    private static final Set<String> BODY = Set.of(
            "direction",
            "padding",
            "horizontal_spacing",
            "horizontal_align",
            "vertical_spacing",
            "vertical_align",
            "elements");
    private static final Set<String> ANY_ELEMENT = Set.of("tag", "element_id", "margin");

    /** What the app itself fills in as it likes, so that nothing in it is an element. */
    private static final Set<String> OPAQUE = Set.of("value", "chart_spec", "i18n_content", "i18n");

    /** What each component knows besides {@link #ANY_ELEMENT}. */
    private static final Map<String, Set<String>> COMPONENTS = Map.ofEntries(
            Map.entry("div", Set.of("width", "text", "icon", "fields", "extra")),
            Map.entry(
                    "plain_text",
                    Set.of("content", "i18n", "i18n_content", "text_size", "text_color", "text_align", "lines")),
            Map.entry(
                    "lark_md",
                    Set.of("content", "i18n", "i18n_content", "text_size", "text_color", "text_align", "lines")),
            Map.entry(
                    "markdown",
                    Set.of("content", "i18n_content", "text_size", "text_align", "text_color", "icon", "href")),
            Map.entry("text_tag", Set.of("text", "color")),
            Map.entry("standard_icon", Set.of("token", "color", "size")),
            Map.entry("custom_icon", Set.of("img_key", "size")),
            Map.entry("hr", Set.of()),
            Map.entry(
                    "img",
                    Set.of(
                            "img_key",
                            "alt",
                            "title",
                            "corner_radius",
                            "scale_type",
                            "size",
                            "transparent",
                            "preview",
                            "compact_width",
                            "mode",
                            "custom_width",
                            "i18n_img_key")),
            Map.entry(
                    "button",
                    Set.of(
                            "type",
                            "size",
                            "width",
                            "text",
                            "icon",
                            "hover_tips",
                            "disabled",
                            "disabled_tips",
                            "confirm",
                            "behaviors",
                            "name",
                            "form_action_type",
                            "required",
                            "value",
                            "url",
                            "multi_url")),
            Map.entry(
                    "column_set",
                    Set.of(
                            "horizontal_spacing",
                            "horizontal_align",
                            "vertical_spacing",
                            "flex_mode",
                            "background_style",
                            "action",
                            "columns")),
            Map.entry(
                    "column",
                    Set.of(
                            "background_style",
                            "width",
                            "weight",
                            "horizontal_spacing",
                            "horizontal_align",
                            "vertical_align",
                            "vertical_spacing",
                            "direction",
                            "padding",
                            "action",
                            "elements")));

    private static final Set<String> OTHER_COMPONENTS = Set.of(
            "collapsible_panel",
            "interactive_container",
            "form",
            "table",
            "chart",
            "person",
            "person_list",
            "img_combination",
            "audio",
            "input",
            "overflow",
            "select_static",
            "select_person",
            "multi_select_static",
            "multi_select_person",
            "date_picker",
            "picker_time",
            "picker_datetime",
            "select_img",
            "checker",
            "repeat");

    private int elements;
    private final Set<String> ids = new HashSet<>();

    private Schema2() {}

    static void check(ObjectNode card) {
        Schema2 check = new Schema2();
        check.known(card, ROOT, "ROOT");
        check.known(card.path("config"), CONFIG, "ROOT -> config");
        check.known(card.path("card_link"), LINK, "ROOT -> card_link");
        check.known(card.path("header"), HEADER, "ROOT -> header");
        check.known(card.path("body"), BODY, "ROOT -> body");
        if (!card.path("config").path("update_multi").asBoolean(true)) {
            throw new CardFault(300302, "update_multi of a card of schema 2.0 must be true");
        }
        check.parts(card.path("header"), "ROOT -> header");
        check.parts(card.path("body"), "ROOT -> body");
    }

    private void value(JsonNode value, String path) {
        if (value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                value(value.get(i), path + " -> [" + i + "]");
            }
        } else if (value.isObject() && value.has("tag")) {
            element(value, path + "(tag: " + value.path("tag").asText("") + ")");
        } else if (value.isObject()) {
            parts(value, path);
        }
    }

    private void parts(JsonNode part, String path) {
        part.properties().stream()
                .filter(field -> !OPAQUE.contains(field.getKey()))
                .forEach(field -> value(field.getValue(), path + " -> " + field.getKey()));
    }

    private void element(JsonNode element, String path) {
        String tag = element.path("tag").asText("");
        Set<String> own = COMPONENTS.get(tag);
        if (own == null && !OTHER_COMPONENTS.contains(tag)) {
            throw new CardFault(
                    UNSUPPORTED_TAG,
                    "unsupported tag " + tag
                            + "; cards of schema V2 no longer support this capability; ErrorValue: path: " + path);
        }
        if (++elements > MOST_ELEMENTS) {
            throw new CardFault(
                    CardRules.TOO_MANY_ELEMENTS, "the number of elements exceeds the limit of " + MOST_ELEMENTS);
        }
        if (own != null) {
            Set<String> all = new HashSet<>(own);
            all.addAll(ANY_ELEMENT);
            known(element, all, path);
        }
        identity(element, path);
        parts(element, path);
    }

    private void identity(JsonNode element, String path) {
        String id = element.path("element_id").asText("");
        if (id.isEmpty()) {
            return;
        }
        if (!id.matches("[A-Za-z][A-Za-z0-9_]{0,19}")) {
            throw new CardFault(UNKNOWN_PROPERTY, "element_id " + id + " is invalid; ErrorValue: path: " + path);
        }
        if (!ids.add(id)) {
            throw new CardFault(DUPLICATE_ELEMENT, "duplicate element_id " + id);
        }
    }

    private void known(JsonNode part, Set<String> properties, String path) {
        part.fieldNames().forEachRemaining(name -> {
            if (!properties.contains(name)) {
                throw new CardFault(
                        UNKNOWN_PROPERTY,
                        "parse card json err, please check whether the card json is correct; ErrorValue: "
                                + "unknown property, property: " + name + ", path: " + path);
            }
        });
    }
}
