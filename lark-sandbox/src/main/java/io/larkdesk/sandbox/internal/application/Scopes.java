package io.larkdesk.sandbox.internal.application;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.gate.Call;
import io.larkdesk.sandbox.internal.gate.Endpoint;
import io.larkdesk.sandbox.internal.gate.Refusal;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.json.Json;
import io.larkdesk.sandbox.internal.platform.App;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which scopes the organisation granted, and asking it for those that it did not yet. */
public final class Scopes {

    private static final int GRANTED = 1;
    private static final int NOT_GRANTED = 2;

    private final Map<String, List<String>> applied = new ConcurrentHashMap<>();

    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.counted("GET", "/open-apis/application/v6/scopes", Scopes::list),
                Endpoint.counted("POST", "/open-apis/application/v6/scopes/apply", this::apply));
    }

    private static Reply list(Call call) {
        App app = installed(call);
        ObjectNode data = Json.object();
        ArrayNode scopes = data.putArray("scopes");
        app.settings().scopes().forEach(scope -> add(scopes, scope, GRANTED));
        app.settings().pendingScopes().forEach(scope -> add(scopes, scope, NOT_GRANTED));
        return Call.success(data);
    }

    private Reply apply(Call call) {
        App app = installed(call);
        List<String> pending = app.settings().pendingScopes();
        if (pending.isEmpty()) {
            throw Refusal.badRequest(212002, "there are no unauthorized scopes to apply for");
        }
        if (pending.equals(applied.put(app.id(), pending))) {
            throw Refusal.badRequest(212004, "these scopes have been applied for already");
        }
        return Call.success(Json.object());
    }

    private static App installed(Call call) {
        if (!call.app().settings().published()) {
            throw Refusal.badRequest(212100, "the app is not installed in the tenant");
        }
        return call.app();
    }

    private static void add(ArrayNode scopes, String scope, int status) {
        scopes.addObject().put("scope_name", scope).put("grant_status", status).put("scope_type", "tenant");
    }
}
