package io.larkdesk.sandbox.internal.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.http.Html;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Draws a card about as the Lark client does, of schema 2.0 and of the older one. */
final class CardView {

    private static final Set<String> TEMPLATES = Set.of(
            "blue",
            "wathet",
            "turquoise",
            "green",
            "yellow",
            "orange",
            "red",
            "carmine",
            "violet",
            "purple",
            "indigo",
            "grey");
    private static final Set<String> SIZES = Set.of("notation", "heading", "x-small", "large");

    private final AppLinks links;
    private final UnaryOperator<String> nameOf;

    CardView(AppLinks links, UnaryOperator<String> nameOf) {
        this.links = links;
        this.nameOf = nameOf;
    }

    String draw(ObjectNode card) {
        String width = card.path("config").path("width_mode").asText("");
        String mode = width.equals("compact") || width.equals("fill") ? " " + width : "";
        JsonNode elements =
                card.path("body").has("elements") ? card.path("body").path("elements") : card.path("elements");
        return "<article class=\"card" + mode + "\">" + header(card) + "<div class=\"card-body\">" + all(elements)
                + "</div></article>";
    }

    private String header(ObjectNode card) {
        JsonNode header = card.path("header");
        String title = words(header.path("title"));
        if (title.isEmpty()) {
            return "";
        }
        String template = header.path("template").asText("");
        StringBuilder tags = new StringBuilder();
        header.path("text_tag_list").forEach(tag -> tags.append(" <span class=\"tag\">")
                .append(words(tag.path("text")))
                .append("</span>"));
        String linked = target(card.path("card_link"))
                .map(url -> "<a data-open href=\"" + Html.escape(url) + "\" target=\"_blank\" rel=\"noopener\">" + title
                        + "</a>")
                .orElse(title);
        String subtitle = words(header.path("subtitle"));
        return "<div class=\"card-head " + (TEMPLATES.contains(template) ? template : "default") + "\"><h2>" + linked
                + tags + "</h2>" + (subtitle.isEmpty() ? "" : "<p>" + subtitle + "</p>") + "</div>";
    }

    private String all(JsonNode elements) {
        StringBuilder html = new StringBuilder();
        boolean inButtons = false;
        for (JsonNode element : elements) {
            boolean button = element.path("tag").asText("").equals("button")
                    && !element.path("width").asText("").equals("fill");
            if (button != inButtons) {
                html.append(button ? "<div class=\"buttons\">" : "</div>");
                inButtons = button;
            }
            html.append(one(element));
        }
        return html.append(inButtons ? "</div>" : "").toString();
    }

    private String one(JsonNode element) {
        String tag = element.path("tag").asText("");
        return switch (tag) {
            case "div" -> div(element);
            case "markdown", "lark_md" -> "<div class=\"md " + look(element) + "\">" + markdown(element) + "</div>";
            case "plain_text" -> plain(element);
            case "hr" -> "<hr>";
            case "button" -> button(element);
            case "action" -> "<div class=\"buttons\">" + each(element.path("actions")) + "</div>";
            case "note" -> "<div class=\"notation c-grey\">" + each(element.path("elements")) + "</div>";
            case "img" -> "<div class=\"image\">" + Html.escape(imageText(element)) + "</div>";
            case "column_set" -> columns(element);
            case "collapsible_panel" ->
                "<details open><summary>"
                        + words(element.path("header").path("title")) + "</summary>" + all(element.path("elements"))
                        + "</details>";
            case "interactive_container", "form" -> "<div class=\"fields\">" + all(element.path("elements")) + "</div>";
            default -> "<div class=\"image\">" + Html.escape(tag) + " (not drawn by the sandbox)</div>";
        };
    }

    private String each(JsonNode elements) {
        StringBuilder html = new StringBuilder();
        elements.forEach(element -> html.append(one(element)));
        return html.toString();
    }

    private String div(JsonNode element) {
        StringBuilder html = new StringBuilder("<div class=\"fields\">");
        if (element.has("text")) {
            html.append(one(element.path("text")));
        }
        element.path("fields").forEach(field -> html.append(one(field.path("text"))));
        return html.append("</div>").toString();
    }

    private static String plain(JsonNode text) {
        int lines = text.path("lines").asInt(0);
        String clamp = lines > 0 ? " clamped\" style=\"-webkit-line-clamp:" + lines : "";
        return "<div class=\"text " + look(text) + clamp + "\">"
                + Html.escape(text.path("content").asText("")) + "</div>";
    }

    private String markdown(JsonNode element) {
        return Markdown.draw(element.path("content").asText(""), nameOf, link -> links.follow(link)
                .orElse("#"));
    }

    private String columns(JsonNode set) {
        String mode = set.path("flex_mode").asText("none");
        StringBuilder html = new StringBuilder("<div class=\"columns " + Html.escape(mode) + background(set) + "\">");
        set.path("columns").forEach(column -> {
            boolean weighted = column.path("width").asText("").equals("weighted");
            html.append("<div class=\"column")
                    .append(weighted ? " weighted" : "")
                    .append(background(column))
                    .append("\" style=\"--weight:")
                    .append(column.path("weight").asInt(1))
                    .append("\">")
                    .append(all(column.path("elements")))
                    .append("</div>");
        });
        return html.append("</div>").toString();
    }

    private String button(JsonNode button) {
        String classes = "card-button " + Html.escape(button.path("type").asText("default"))
                + (button.path("width").asText("").equals("fill") ? " wide" : "");
        String label = words(button.path("text"));
        Optional<String> url = button.path("disabled").asBoolean(false) ? Optional.empty() : link(button);
        return url.map(to -> "<a data-open class=\"" + classes + "\" href=\"" + Html.escape(to)
                        + "\" target=\"_blank\" rel=\"noopener\">" + label + "</a>")
                .orElseGet(() ->
                        "<span class=\"" + classes + " off\" title=\"This button opens no link\">" + label + "</span>");
    }

    private Optional<String> link(JsonNode button) {
        for (JsonNode behaviour : button.path("behaviors")) {
            if (behaviour.path("type").asText("").equals("open_url")) {
                return target(behaviour);
            }
        }
        return target(button.has("multi_url") ? button.path("multi_url") : button);
    }

    private Optional<String> target(JsonNode urls) {
        for (String name : new String[] {"default_url", "url", "pc_url"}) {
            String url = urls.path(name).asText("");
            if (!url.isEmpty()) {
                return links.follow(url);
            }
        }
        return Optional.empty();
    }

    private static String words(JsonNode text) {
        return Html.escape(text.path("content").asText(""));
    }

    private static String imageText(JsonNode image) {
        String alt = image.path("alt").path("content").asText("");
        return alt.isEmpty() ? "Image " + image.path("img_key").asText("") : alt;
    }

    private static String look(JsonNode text) {
        String size = text.path("text_size").asText("");
        String colour = text.path("text_color").asText("");
        return (SIZES.contains(size) ? size : "") + (colour.matches("[a-z]+") ? " c-" + colour : "");
    }

    private static String background(JsonNode part) {
        return part.path("background_style").asText("default").equals("default") ? "" : " grey-bg";
    }
}
