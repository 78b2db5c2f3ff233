package io.larkdesk.sandbox.internal.gate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.larkdesk.sandbox.internal.platform.App;
import java.util.List;

/** The refusal of an app that lacks a scope, with the link by which its developer adds it. */
final class ScopeRefusal {

    private ScopeRefusal() {}

    static Refusal of(App app, List<String> anyOf) {
        String scopes = String.join(", ", anyOf);
        Refusal refusal = Refusal.badRequest(
                99991672, "Access denied. One of the following scopes is required: [" + scopes + "]");
        ArrayNode violations = refusal.error().putArray("permission_violations");
        anyOf.forEach(scope ->
                violations.addObject().put("type", "action_scope_required").put("subject", scope));
        refusal.error()
                .putArray("helps")
                .addObject()
                .put(
                        "url",
                        app.organisation().brand().console() + "/app/" + app.id() + "/auth?q=" + String.join(",", anyOf)
                                + "&op_from=openapi&token_type=tenant")
                .put("description", "Add one of these scopes to the app, then publish a version");
        return refusal;
    }
}
