package io.larkdesk.lark.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.larkdesk.core.tenant.LarkApp;
import io.larkdesk.lark.AppVersionInfo;
import io.larkdesk.lark.ApplicationInfo;
import io.larkdesk.lark.CardMessage;
import io.larkdesk.lark.ScopeGrant;
import io.larkdesk.lark.SentMessage;
import io.larkdesk.lark.TenantInfo;
import io.larkdesk.lark.card.Card;
import io.larkdesk.lark.http.HttpLark.Api;
import java.util.List;
import okhttp3.Request;

/** The calls that an app makes on its own behalf, with its token; all are counted. */
final class AppCalls {

    /** The largest body of a request that sends a card, in bytes. */
    static final long LARGEST_MESSAGE = 30 * 1024;

    private final Platforms platforms;

    AppCalls(Platforms platforms) {
        this.platforms = platforms;
    }

    LarkCall<TenantInfo> queryTenant(LarkApp app, AppToken token) {
        return new LarkCall<>(
                request(app, token, Api.TENANT_QUERY).build(),
                answer -> tenant(answer.path("data").path("tenant")),
                true,
                new Scrub(token.value()));
    }

    /** Each of an inspection is sent once, so that it is known beforehand how many are counted. */
    LarkCall<ApplicationInfo> queryApplication(LarkApp app, AppToken token) {
        return new LarkCall<>(
                request(app, token, Api.APPLICATION).build(),
                answer -> ApplicationJson.application(answer.path("data").path("app")),
                false,
                new Scrub(token.value()));
    }

    LarkCall<AppVersionInfo> queryAppVersion(LarkApp app, AppToken token, String versionId) {
        return new LarkCall<>(
                authorised(platforms.request(app.brand(), Api.APP_VERSION, versionId), token)
                        .build(),
                answer -> ApplicationJson.version(answer.path("data").path("app_version")),
                false,
                new Scrub(token.value()));
    }

    LarkCall<List<ScopeGrant>> queryScopes(LarkApp app, AppToken token) {
        return new LarkCall<>(
                request(app, token, Api.APP_SCOPES).build(),
                answer -> ApplicationJson.scopes(answer.path("data").path("scopes")),
                false,
                new Scrub(token.value()));
    }

    /** Only Lark's uuid makes a repetition harmless, and only for an hour: whether to repeat is the caller's affair. */
    LarkCall<SentMessage> sendCard(LarkApp app, AppToken token, JsonBody message) {
        return new LarkCall<>(
                request(app, token, Api.CARD_SEND).post(message).build(),
                answer -> new SentMessage(Json.text(answer.path("data"), "message_id")),
                false,
                new Scrub(token.value()));
    }

    /** The last of several wins, whichever it is: a repetition changes nothing. */
    LarkCall<SentMessage> updateCard(LarkApp app, AppToken token, SentMessage message, JsonBody content) {
        return new LarkCall<>(
                authorised(platforms.request(app.brand(), Api.CARD_UPDATE, message.messageId()), token)
                        .patch(content)
                        .build(),
                answer -> message,
                true,
                new Scrub(token.value()));
    }

    static JsonBody content(Card card) {
        return new JsonBody(Json.object().put("content", CardJson.of(card).toString()));
    }

    static JsonBody message(CardMessage message) {
        return new JsonBody(Json.object()
                .put("receive_id", message.to().value())
                .put("msg_type", "interactive")
                .put("content", CardJson.of(message.card()).toString())
                .put("uuid", message.uuid().toString()));
    }

    private Request.Builder request(LarkApp app, AppToken token, Api api) {
        return authorised(platforms.request(app.brand(), api), token);
    }

    private static Request.Builder authorised(Request.Builder request, AppToken token) {
        return request.header("Authorization", "Bearer " + token.value());
    }

    private static TenantInfo tenant(JsonNode tenant) {
        return new TenantInfo(Json.optionalText(tenant, "name"), Json.text(tenant, "tenant_key"));
    }
}
