package io.larkdesk.sandbox.internal.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.json.Json;
import java.util.List;
import java.util.Optional;

/** Changes a copy of a card piece by piece; each failure is a {@link CardFault} with Lark's number for that piece. */
public final class CardEditor {

    private static final int NOT_CONFIGURED = 300122;
    private static final int TAG_CHANGED = 300312;
    private static final int NOT_UPDATED = 300313;
    private static final int NOT_ADDED = 300314;
    private static final int NOT_DELETED = 300315;

    private record Place(ArrayNode list, int index) {

        ObjectNode element() {
            return (ObjectNode) list.get(index);
        }
    }

    private final ObjectNode card;

    public CardEditor(ObjectNode card) {
        this.card = card.deepCopy();
    }

    public ObjectNode card() {
        return card;
    }

    /** Puts the given fields of {@code config} and {@code card_link} in the place of the former ones. */
    public void settings(JsonNode settings) {
        settings.properties().forEach(part -> {
            if (!List.of("config", "card_link").contains(part.getKey())
                    || !part.getValue().isObject()) {
                throw new CardFault(NOT_CONFIGURED, "settings have a config and a card_link, not " + part.getKey());
            }
            card.withObjectProperty(part.getKey()).setAll((ObjectNode) part.getValue());
        });
    }

    /** Adds elements before or after another, or at the end of a container or, without target, of the card. */
    public void add(String how, String target, JsonNode elements) {
        if (!elements.isArray() || elements.isEmpty()) {
            throw new CardFault(NOT_ADDED, "elements must be a list that is not empty");
        }
        if (how.equals("append") && target.isEmpty()) {
            elements.forEach(body().withArrayProperty("elements")::add);
            return;
        }
        Place place = find(target).orElseThrow(() -> new CardFault(NOT_ADDED, "there is no element " + target));
        switch (how) {
            case "append" -> elements.forEach(place.element().withArrayProperty("elements")::add);
            case "insert_before" -> insert(place.list(), place.index(), elements);
            case "insert_after" -> insert(place.list(), place.index() + 1, elements);
            default -> throw new CardFault(NOT_ADDED, "type must be insert_before, insert_after or append, not " + how);
        }
    }

    public void replace(String elementId, JsonNode element) {
        Place place = require(elementId, NOT_UPDATED);
        if (!element.isObject()) {
            throw new CardFault(NOT_UPDATED, "element must be an object");
        }
        place.list().set(place.index(), element);
    }

    public void change(String elementId, JsonNode partial) {
        Place place = require(elementId, NOT_UPDATED);
        if (!partial.isObject()) {
            throw new CardFault(NOT_UPDATED, "partial_element must be an object");
        }
        if (partial.has("tag") && !partial.get("tag").equals(place.element().get("tag"))) {
            throw new CardFault(TAG_CHANGED, "the tag of an element cannot be changed");
        }
        place.element().setAll((ObjectNode) partial);
    }

    /** Puts the full text of a text element in the place of the former one. */
    public void text(String elementId, String content) {
        ObjectNode element = require(elementId, NOT_UPDATED).element();
        switch (element.path("tag").asText("")) {
            case "markdown", "plain_text", "lark_md" -> element.put("content", content);
            case "div" -> element.withObjectProperty("text").put("content", content);
            default -> throw new CardFault(NOT_UPDATED, "the element " + elementId + " is no text");
        }
    }

    public void delete(String elementId) {
        Place place = require(elementId, NOT_DELETED);
        place.list().remove(place.index());
    }

    private ObjectNode body() {
        return card.withObjectProperty("body");
    }

    private Place require(String elementId, int code) {
        return find(elementId).orElseThrow(() -> new CardFault(code, "there is no element " + elementId));
    }

    private Optional<Place> find(String elementId) {
        return elementId.isEmpty() ? Optional.empty() : find(elementId, card.path("body"));
    }

    private static Optional<Place> find(String elementId, JsonNode within) {
        for (JsonNode child : within) {
            if (child instanceof ArrayNode list) {
                for (int i = 0; i < list.size(); i++) {
                    if (list.get(i).isObject()
                            && list.get(i).path("element_id").asText("").equals(elementId)) {
                        return Optional.of(new Place(list, i));
                    }
                }
            }
            Optional<Place> deeper = find(elementId, child);
            if (deeper.isPresent()) {
                return deeper;
            }
        }
        return Optional.empty();
    }

    private static void insert(ArrayNode list, int at, JsonNode elements) {
        for (int i = 0; i < elements.size(); i++) {
            list.insert(at + i, elements.get(i));
        }
    }

    /** JSON that is written into a text, as all of the card API's bodies have it. */
    public static JsonNode parse(String text, int code, String what) {
        return Json.parse(text).orElseThrow(() -> new CardFault(code, what + " is no JSON"));
    }
}
