package io.larkdesk.sandbox.internal.card;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
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

    private int elements;
    private final Set<String> ids = new HashSet<>();

    private Schema2() {}

    static void check(ObjectNode card) {
        Schema2 check = new Schema2();
        check.known(card, Parts.ROOT, "ROOT");
        check.known(card.path("config"), Parts.CONFIG, "ROOT -> config");
        check.known(card.path("card_link"), Parts.LINK, "ROOT -> card_link");
        check.known(card.path("header"), Parts.HEADER, "ROOT -> header");
        check.known(card.path("body"), Parts.BODY, "ROOT -> body");
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
                .filter(field -> !Parts.OPAQUE.contains(field.getKey()))
                .forEach(field -> value(field.getValue(), path + " -> " + field.getKey()));
    }

    private void element(JsonNode element, String path) {
        String tag = element.path("tag").asText("");
        Set<String> own = Parts.COMPONENTS.get(tag);
        if (own == null && !Parts.OTHER_COMPONENTS.contains(tag)) {
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
            all.addAll(Parts.ANY_ELEMENT);
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
