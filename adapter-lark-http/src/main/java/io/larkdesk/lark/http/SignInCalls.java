package io.larkdesk.lark.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.tenant.LarkApp;
import io.larkdesk.lark.CodeExchange;
import io.larkdesk.lark.UserInfo;
import io.larkdesk.lark.UserToken;
import io.larkdesk.lark.http.HttpLark.Api;

/** The calls of a sign-in, which need no app token and are not counted. */
final class SignInCalls {

    private final Platforms platforms;

    SignInCalls(Platforms platforms) {
        this.platforms = platforms;
    }

    /** The code works once, so this must not be asked twice. */
    LarkCall<UserToken> exchangeCode(LarkApp app, CodeExchange exchange) {
        String secret = app.secret().reveal();
        JsonBody body = new JsonBody(Json.object()
                .put("grant_type", "authorization_code")
                .put("client_id", app.id().value())
                .put("client_secret", secret)
                .put("code", exchange.code())
                .put("redirect_uri", exchange.redirectUri().toString())
                .put("code_verifier", exchange.codeVerifier()));
        return new LarkCall<>(
                platforms.request(app.brand(), Api.CODE_EXCHANGE).post(body).build(),
                answer -> new UserToken(Json.token(answer, "access_token")),
                false,
                new Scrub(secret, exchange.code(), exchange.codeVerifier()));
    }

    LarkCall<UserInfo> userInfo(LarkApp app, UserToken token) {
        return new LarkCall<>(
                platforms
                        .request(app.brand(), Api.USER_INFO)
                        .header("Authorization", "Bearer " + token.value())
                        .build(),
                answer -> person(answer.path("data")),
                true,
                new Scrub(token.value()));
    }

    private static UserInfo person(JsonNode data) {
        return new UserInfo(
                new OpenId(Json.text(data, "open_id")),
                Json.text(data, "tenant_key"),
                Json.optionalText(data, "name"),
                Json.optionalText(data, "en_name"),
                Json.optionalText(data, "avatar_thumb"),
                Json.optionalText(data, "union_id"));
    }
}
