package io.larkdesk.sandbox.internal.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.gate.Access;
import io.larkdesk.sandbox.internal.gate.Call;
import io.larkdesk.sandbox.internal.gate.Endpoint;
import io.larkdesk.sandbox.internal.gate.Refusal;
import io.larkdesk.sandbox.internal.gate.Tokens;
import io.larkdesk.sandbox.internal.gate.Tokens.Token;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.json.Json;
import io.larkdesk.sandbox.internal.platform.App;
import io.larkdesk.sandbox.internal.platform.Platform;
import io.larkdesk.sandbox.internal.platform.PlatformClock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** App id and secret for a token of the app: {@code auth/v3/*_access_token/internal}. Refuses with HTTP 200. */
public final class AppCredentials {

    private static final String WELL_FORMED = "cli_[A-Za-z0-9_]+";

    private final Platform platform;
    private final Tokens tokens;
    private final PlatformClock clock;

    public AppCredentials(Platform platform, Tokens tokens, PlatformClock clock) {
        this.platform = platform;
        this.tokens = tokens;
        this.clock = clock;
    }

    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.free(
                        "POST", "/open-apis/auth/v3/tenant_access_token/internal", Access.OPEN, this::tenantToken),
                Endpoint.free("POST", "/open-apis/auth/v3/app_access_token/internal", Access.OPEN, this::appToken));
    }

    private Reply tenantToken(Call call) {
        Token token = tokens.ofApp(authenticate(call).id(), Access.TENANT);
        return Reply.json(200, answer(token).put("tenant_access_token", token.value()));
    }

    private Reply appToken(Call call) {
        App app = authenticate(call);
        Token token = tokens.ofApp(app.id(), Access.APP);
        return Reply.json(
                200,
                answer(token)
                        .put("app_access_token", token.value())
                        .put(
                                "tenant_access_token",
                                tokens.ofApp(app.id(), Access.TENANT).value()));
    }

    private App authenticate(Call call) {
        JsonNode body = call.request().json().orElseGet(Json::object);
        String appId = body.path("app_id").asText("");
        String secret = body.path("app_secret").asText("");
        Optional<App> app = platform.app(appId);
        if (secret.isEmpty() || (app.isEmpty() && !appId.matches(WELL_FORMED))) {
            throw refusal(10003, "invalid param");
        }
        App known = app.filter(one -> one.organisation().brand() == call.base())
                .orElseThrow(() -> refusal(10014, "app id not exists"));
        if (!known.settings().appSecret().equals(secret)) {
            throw refusal(10014, "app secret invalid");
        }
        if (!known.settings().enabled()) {
            throw refusal(10014, "app is disabled in this tenant");
        }
        return known;
    }

    private ObjectNode answer(Token token) {
        return Json.object()
                .put("code", 0)
                .put("msg", "ok")
                .put("expire", Duration.between(clock.now(), token.expiresAt()).toSeconds());
    }

    private static Refusal refusal(int code, String message) {
        ObjectNode body = Json.object().put("code", code).put("msg", message);
        body.putObject("data");
        return Refusal.plain(200, code, body);
    }
}
