package io.larkdesk.sandbox.internal.auth;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.auth.Exchange.Failure;
import io.larkdesk.sandbox.internal.gate.Access;
import io.larkdesk.sandbox.internal.gate.Call;
import io.larkdesk.sandbox.internal.gate.Endpoint;
import io.larkdesk.sandbox.internal.gate.Refusal;
import io.larkdesk.sandbox.internal.gate.Tokens;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.json.Json;
import io.larkdesk.sandbox.internal.platform.Person;
import io.larkdesk.sandbox.internal.platform.Platform;
import java.util.List;
import java.util.Optional;

/** The two older exchanges of a code, with an app token; they are the ones that Lark's Java SDK knows. */
public final class OlderTokens {

    private final Exchange exchange;
    private final Tokens tokens;
    private final Profiles profiles;

    public OlderTokens(Platform platform, Grants grants, Tokens tokens, Profiles profiles) {
        this.exchange = new Exchange(platform, grants);
        this.tokens = tokens;
        this.profiles = profiles;
    }

    public List<Endpoint> endpoints() {
        return List.of(
                Endpoint.free("POST", "/open-apis/authen/v1/oidc/access_token", Access.APP, this::oidc),
                Endpoint.free("POST", "/open-apis/authen/v1/access_token", Access.APP, this::withProfile));
    }

    private Reply oidc(Call call) {
        Person person = redeem(call);
        return Call.success(answer(call, person).put("scope", "auth:user.id:read"));
    }

    private Reply withProfile(Call call) {
        Person person = redeem(call);
        ObjectNode data = answer(call, person);
        data.setAll(profiles.of(call.app(), person));
        return Call.success(data);
    }

    private Person redeem(Call call) {
        ObjectNode body = call.body();
        if (!body.path("grant_type").asText("").equals("authorization_code")) {
            throw Refusal.badRequest(20036, "grant_type must be authorization_code");
        }
        try {
            return exchange.redeem(call.app(), body.path("code").asText(""), Optional.empty(), Optional.empty());
        } catch (Failure failure) {
            throw Refusal.badRequest(failure.code(), failure.description());
        }
    }

    private ObjectNode answer(Call call, Person person) {
        return Json.object()
                .put(
                        "access_token",
                        tokens.ofPerson(call.app().id(), person.openId()).value())
                .put("token_type", "Bearer")
                .put("expires_in", Tokens.LIFETIME.toSeconds());
    }
}
