package io.larkdesk.sandbox.internal.card;

import java.util.Map;
import java.util.Set;

/** The parts of a card of schema 2.0 and the properties that each knows, after Lark's pages on structure and components. */
final class Parts {

    static final Set<String> ROOT = Set.of("schema", "config", "card_link", "header", "body");
    static final Set<String> CONFIG = Set.of(
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
    static final Set<String> LINK = Set.of("url", "android_url", "ios_url", "pc_url");
    static final Set<String> HEADER = Set.of(
            "title", "subtitle", "text_tag_list", "i18n_text_tag_list", "template", "icon", "ud_icon", "padding");
    static final Set<String> BODY = Set.of(
            "direction",
            "padding",
            "horizontal_spacing",
            "horizontal_align",
            "vertical_spacing",
            "vertical_align",
            "elements");
    static final Set<String> ANY_ELEMENT = Set.of("tag", "element_id", "margin");

    /** What the app itself fills in as it likes, so that nothing in it is an element. */
    static final Set<String> OPAQUE = Set.of("value", "chart_spec", "i18n_content", "i18n");

    /** What each component knows besides {@link #ANY_ELEMENT}. */
    static final Map<String, Set<String>> COMPONENTS = Map.ofEntries(
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

    static final Set<String> OTHER_COMPONENTS = Set.of(
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

    private Parts() {}
}
