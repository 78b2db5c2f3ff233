package io.larkdesk.sandbox.internal.auth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.auth.Exchange.Failure;
import io.larkdesk.sandbox.internal.gate.Access;
import io.larkdesk.sandbox.internal.gate.Call;
import io.larkdesk.sandbox.internal.gate.Endpoint;
import io.larkdesk.sandbox.internal.gate.Refusal;
import io.larkdesk.sandbox.internal.gate.Tier;
import io.larkdesk.sandbox.internal.gate.Tokens;
import io.larkdesk.sandbox.internal.gate.Tokens.Token;
import io.larkdesk.sandbox.internal.http.Params;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.http.Request;
import io.larkdesk.sandbox.internal.json.Json;
import io.larkdesk.sandbox.internal.platform.App;
import io.larkdesk.sandbox.internal.platform.AppSettings.OauthCode;
import io.larkdesk.sandbox.internal.platform.Person;
import io.larkdesk.sandbox.internal.platform.Platform;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A code for a token of a person, as OAuth writes it: {@code POST authen/v2/oauth/token}, in JSON or as a form. */
public final class OauthToken {

    private final Platform platform;
    private final Exchange exchange;
    private final Tokens tokens;

    public OauthToken(Platform platform, Grants grants, Tokens tokens) {
        this.platform = platform;
        this.exchange = new Exchange(platform, grants);
        this.tokens = tokens;
    }

    public Endpoint endpoint() {
        return Endpoint.free("POST", "/open-apis/authen/v2/oauth/token", Access.OPEN, this::token)
                .limited(Tier.COMMON);
    }

    private Reply token(Call call) {
        Optional<App> app = Optional.empty();
        try {
            Params given = parameters(call.request());
            check(given, call.request());
            app = platform.app(given.text("client_id"));
            App client = authenticate(app, given, call);
            Person person = exchange.redeem(
                    client,
                    given.text("code"),
                    Optional.of(given.text("redirect_uri")),
                    Optional.of(given.text("code_verifier")));
            return Reply.json(200, answer(client, tokens.ofPerson(client.id(), person.openId())));
        } catch (Failure failure) {
            throw refusal(app, failure);
        }
    }

    private static void check(Params given, Request request) {
        if (basic(request) && given.find("client_secret").isPresent()) {
            throw new Failure(20070, "invalid_request", "two client authentications at once");
        }
        for (String name : new String[] {"grant_type", "client_id", "client_secret", "code"}) {
            if (given.text(name).isEmpty()) {
                throw new Failure(20001, "invalid_request", name + " is required");
            }
        }
        if (!given.text("grant_type").equals("authorization_code")) {
            throw new Failure(20036, "unsupported_grant_type", "grant_type must be authorization_code");
        }
    }

    private static App authenticate(Optional<App> app, Params given, Call call) {
        App client = app.filter(one -> one.organisation().brand() == call.base())
                .orElseThrow(() -> new Failure(20048, "invalid_client", "The app does not exist"));
        if (!client.settings().appSecret().equals(given.text("client_secret"))) {
            throw new Failure(20002, "invalid_client", "The client_secret is wrong");
        }
        if (!client.settings().published()) {
            throw new Failure(20009, "invalid_client", "The app is not installed in the tenant");
        }
        if (!client.settings().enabled()) {
            throw new Failure(20069, "invalid_client", "The app is not enabled");
        }
        return client;
    }

    private static ObjectNode answer(App app, Token token) {
        ObjectNode body = Json.object();
        if (app.settings().oauthCode() == OauthCode.STRING) {
            body.put("code", "0");
        } else {
            body.put("code", 0);
        }
        return body.put("access_token", token.value())
                .put("expires_in", Tokens.LIFETIME.toSeconds())
                .put("token_type", "Bearer")
                .put("scope", "auth:user.id:read");
    }

    private static Refusal refusal(Optional<App> app, Failure failure) {
        ObjectNode body = Json.object();
        if (app.filter(one -> one.settings().oauthCode() == OauthCode.STRING).isPresent()) {
            body.put("code", Integer.toString(failure.code()));
        } else {
            body.put("code", failure.code());
        }
        body.put("error", failure.error()).put("error_description", failure.description());
        return Refusal.plain(400, failure.code(), body);
    }

    private static boolean basic(Request request) {
        return request.header("Authorization")
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith("basic "))
                .isPresent();
    }

    private static Params parameters(Request request) {
        if (request.isForm()) {
            return request.form();
        }
        JsonNode body = request.json()
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new Failure(20063, "invalid_request", "The request is malformed"));
        Map<String, String> texts = new LinkedHashMap<>();
        body.properties()
                .forEach(field -> texts.put(field.getKey(), field.getValue().asText("")));
        return new Params(texts);
    }
}
