package io.larkdesk.sandbox.internal.cardkit;

import com.fasterxml.jackson.databind.JsonNode;
import io.larkdesk.sandbox.internal.card.CardEditor;
import io.larkdesk.sandbox.internal.card.CardFault;

/** Several changes of a card at once: all of them or none. */
final class Batch {

    private static final int BAD_PARAMETER = 10002;

    private Batch() {}

    static void apply(CardEditor editor, JsonNode actions) {
        if (!actions.isArray() || actions.isEmpty()) {
            throw new CardFault(BAD_PARAMETER, "actions must be a list that is not empty");
        }
        actions.forEach(action -> one(editor, action.path("action").asText(""), action.path("params")));
    }

    private static void one(CardEditor editor, String action, JsonNode params) {
        switch (action) {
            case "partial_update_setting" -> editor.settings(params.path("settings"));
            case "add_elements" ->
                editor.add(
                        params.path("type").asText(""),
                        params.path("target_element_id").asText(""),
                        params.path("elements"));
            case "delete_elements" -> params.path("element_ids").forEach(id -> editor.delete(id.asText("")));
            case "partial_update_element" ->
                editor.change(params.path("element_id").asText(""), params.path("partial_element"));
            case "update_element" -> editor.replace(params.path("element_id").asText(""), params.path("element"));
            default -> throw new CardFault(BAD_PARAMETER, "there is no action " + action);
        }
    }
}
