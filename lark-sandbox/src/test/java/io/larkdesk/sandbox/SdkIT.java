package io.larkdesk.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.lark.oapi.Client;
import com.lark.oapi.core.exception.ObtainAccessTokenException;
import com.lark.oapi.core.request.RequestOptions;
import com.lark.oapi.core.response.BaseResponse;
import com.lark.oapi.core.response.RawResponse;
import com.lark.oapi.core.token.AccessTokenType;
import com.lark.oapi.service.application.v6.model.Application;
import com.lark.oapi.service.application.v6.model.ApplicationAppVersion;
import com.lark.oapi.service.application.v6.model.GetApplicationAppVersionReq;
import com.lark.oapi.service.application.v6.model.GetApplicationAppVersionResp;
import com.lark.oapi.service.application.v6.model.GetApplicationReq;
import com.lark.oapi.service.application.v6.model.GetApplicationResp;
import com.lark.oapi.service.authen.v1.model.CreateAccessTokenReq;
import com.lark.oapi.service.authen.v1.model.CreateAccessTokenReqBody;
import com.lark.oapi.service.authen.v1.model.CreateAccessTokenResp;
import com.lark.oapi.service.authen.v1.model.CreateOidcAccessTokenReq;
import com.lark.oapi.service.authen.v1.model.CreateOidcAccessTokenReqBody;
import com.lark.oapi.service.authen.v1.model.CreateOidcAccessTokenResp;
import com.lark.oapi.service.authen.v1.model.GetUserInfoResp;
import com.lark.oapi.service.im.v1.model.CreateMessageReq;
import com.lark.oapi.service.im.v1.model.CreateMessageReqBody;
import com.lark.oapi.service.im.v1.model.CreateMessageResp;
import com.lark.oapi.service.im.v1.model.PatchMessageReq;
import com.lark.oapi.service.im.v1.model.PatchMessageReqBody;
import com.lark.oapi.service.tenant.v2.model.QueryTenantResp;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lark's own Java SDK against the sandbox: it must not see a difference. */
final class SdkIT {

    private final Sandbox sandbox = Sandbox.withApp();
    private final Client lark = client("secret");

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Client client(String secret) {
        return Client.newBuilder(sandbox.app, secret)
                .openBaseUrl(sandbox.baseUrl())
                .requestTimeout(5, TimeUnit.SECONDS)
                .build();
    }

    private static void assertRefused(BaseResponse<?> answer, int code) {
        assertThat(answer.success()).isFalse();
        assertThat(answer.getCode()).isEqualTo(code);
        assertThat(answer.getRequestId()).isNotEmpty();
        assertThat(answer.getError().getLogId()).isEqualTo(answer.getRequestId());
    }

    @Test
    void organisationIsQueried() throws Exception {
        QueryTenantResp good = lark.tenant().v2().tenant().query();
        assertThat(good.success()).isTrue();
        assertThat(good.getData().getTenant().getName()).isEqualTo("Acme");
        assertThat(good.getData().getTenant().getAvatar().getAvatar72()).startsWith(sandbox.baseUrl());
        sandbox.app(settings -> settings.putArray("scopes"));
        QueryTenantResp refused = lark.tenant().v2().tenant().query();
        assertRefused(refused, 99991672);
        assertThat(refused.getRawResponse().getStatusCode()).isEqualTo(400);
        assertThat(refused.getError().getPermissionViolations()[0].getSubject()).isEqualTo("tenant:tenant:readonly");
        assertThat(refused.getError().getHelps()[0].getUrl()).contains("/auth?q=");
    }

    @Test
    void wrongSecretIsToldAsSuch() {
        assertThatThrownBy(() -> client("wrong").tenant().v2().tenant().query())
                .isInstanceOf(ObtainAccessTokenException.class)
                .hasMessageContaining("10014");
    }

    @Test
    void cardIsSentOnceAndReplaced() throws Exception {
        CreateMessageResp first = send("ou_ann", Sandbox.CARD);
        assertThat(first.success()).isTrue();
        assertThat(first.getData().getMessageId()).startsWith("om_");
        assertThat(first.getData().getSender().getId()).isEqualTo(sandbox.app);
        assertThat(first.getData().getBody().getContent()).isEqualTo(Sandbox.CARD);
        assertThat(send("ou_ann", Sandbox.CARD).getData().getMessageId())
                .isEqualTo(first.getData().getMessageId());
        assertThat(patch(first.getData().getMessageId()).success()).isTrue();
        assertThat(sandbox.get("/sandbox/messages")
                        .json()
                        .path("messages")
                        .get(0)
                        .path("updates"))
                .hasSize(1);
    }

    @Test
    void unknownReceiverAndUnknownMessageAreRefused() throws Exception {
        assertRefused(send("ou_nobody", Sandbox.CARD), 99992351);
        assertRefused(send("ou_ann", "{\"schema\":\"2.0\",\"odd\":1}"), 230099);
        assertRefused(patch("om_none"), 230001);
    }

    private CreateMessageResp send(String openId, String card) throws Exception {
        return lark.im()
                .v1()
                .message()
                .create(CreateMessageReq.newBuilder()
                        .receiveIdType("open_id")
                        .createMessageReqBody(CreateMessageReqBody.newBuilder()
                                .receiveId(openId)
                                .msgType("interactive")
                                .content(card)
                                .uuid("one-and-only")
                                .build())
                        .build());
    }

    private BaseResponse<?> patch(String messageId) throws Exception {
        return lark.im()
                .v1()
                .message()
                .patch(PatchMessageReq.newBuilder()
                        .messageId(messageId)
                        .patchMessageReqBody(PatchMessageReqBody.newBuilder()
                                .content(Sandbox.CARD)
                                .build())
                        .build());
    }

    @Test
    void frequencyLimitArrivesAsItsCode() throws Exception {
        sandbox.fault("{\"path\":\"/open-apis/im\",\"code\":99991400}");
        CreateMessageResp limited = send("ou_ann", Sandbox.CARD);
        assertThat(limited.getCode()).isEqualTo(99991400);
        assertThat(limited.getRawResponse().getStatusCode()).isEqualTo(429);
        assertThat(send("ou_ann", Sandbox.CARD).success()).isTrue();
    }

    @Test
    void appReadsItsSettingsAndItsVersion() throws Exception {
        sandbox.app(settings -> settings.put("home_page", "https://desk.example/lark"));
        Application app = application("en_us").getData().getApp();
        assertThat(app.getStatus()).isEqualTo(1);
        assertThat(app.getRedirectUrls()).containsExactly(Sandbox.CALLBACK);
        assertThat(app.getScopes()).hasSize(4);
        ApplicationAppVersion version =
                version(app.getOnlineVersionId()).getData().getAppVersion();
        assertThat(version.getAbility().getWebApp().getPcUrl()).isEqualTo("https://desk.example/lark");
        assertThat(version.getAbility().getBot()).isNotNull();
        assertThat(version.getRemark().getVisibility().getIsAll()).isTrue();
        assertRefused(application("xx_xx"), 99992402);
        assertRefused(version("oav_none"), 210503);
    }

    private GetApplicationResp application(String language) throws Exception {
        return lark.application()
                .v6()
                .application()
                .get(GetApplicationReq.newBuilder().appId("me").lang(language).build());
    }

    private GetApplicationAppVersionResp version(String id) throws Exception {
        return lark.application()
                .v6()
                .applicationAppVersion()
                .get(GetApplicationAppVersionReq.newBuilder()
                        .appId("me")
                        .versionId(id)
                        .lang("en_us")
                        .build());
    }

    @Test
    void scopesAreListedAndAppliedFor() throws Exception {
        assertThat(lark.application().v6().scope().list().getData().getScopes()).hasSize(4);
        assertRefused(lark.application().v6().scope().apply(), 212002);
        sandbox.app(settings -> settings.putArray("pending_scopes").add("im:message.urgent"));
        assertThat(lark.application().v6().scope().apply().success()).isTrue();
        sandbox.app(settings -> settings.put("published", false));
        assertRefused(lark.application().v6().scope().list(), 212100);
    }

    @Test
    void codeIsExchangedInTheOlderWaysAndTellsWhoItIs() throws Exception {
        CreateOidcAccessTokenResp oidc = oidc(sandbox.codeOf("ou_ann"));
        assertThat(oidc.success()).isTrue();
        GetUserInfoResp info = lark.authen()
                .v1()
                .userInfo()
                .get(RequestOptions.newBuilder()
                        .userAccessToken(oidc.getData().getAccessToken())
                        .build());
        assertThat(info.getData().getOpenId()).isEqualTo("ou_ann");
        assertThat(info.getData().getName()).isEqualTo("Ann");
        CreateAccessTokenResp older = older(sandbox.codeOf("ou_bob"));
        assertThat(older.getData().getOpenId()).isEqualTo("ou_bob");
        assertThat(older.getData().getAccessToken()).isNotEmpty();

        assertRefused(oidc("unknown"), 20003);
        assertRefused(older("unknown"), 20003);
        GetUserInfoResp stranger = lark.authen()
                .v1()
                .userInfo()
                .get(RequestOptions.newBuilder().userAccessToken("u-unknown").build());
        assertRefused(stranger, 20005);
        assertThat(stranger.getRawResponse().getStatusCode()).isEqualTo(200);
    }

    private CreateOidcAccessTokenResp oidc(String code) throws Exception {
        return lark.authen()
                .v1()
                .oidcAccessToken()
                .create(CreateOidcAccessTokenReq.newBuilder()
                        .createOidcAccessTokenReqBody(CreateOidcAccessTokenReqBody.newBuilder()
                                .grantType("authorization_code")
                                .code(code)
                                .build())
                        .build());
    }

    private CreateAccessTokenResp older(String code) throws Exception {
        return lark.authen()
                .v1()
                .accessToken()
                .create(CreateAccessTokenReq.newBuilder()
                        .createAccessTokenReqBody(CreateAccessTokenReqBody.newBuilder()
                                .grantType("authorization_code")
                                .code(code)
                                .build())
                        .build());
    }

    @Test
    void pathsWithoutAClassAreReachedToo() throws Exception {
        JsonObject bot = json(lark.get("/open-apis/bot/v3/info", null, AccessTokenType.Tenant));
        assertThat(bot.getAsJsonObject("bot").get("activate_status").getAsInt()).isEqualTo(2);

        JsonObject exchange = JsonParser.parseString(sandbox.exchange(sandbox.codeOf("ou_ann")))
                .getAsJsonObject();
        assertThat(json(lark.post("/open-apis/authen/v2/oauth/token", exchange, AccessTokenType.None))
                        .get("access_token")
                        .getAsString())
                .isNotEmpty();
        RawResponse spent = lark.post("/open-apis/authen/v2/oauth/token", exchange, AccessTokenType.None);
        assertThat(spent.getStatusCode()).isEqualTo(400);
        assertThat(json(spent).get("code").getAsInt()).isEqualTo(20065);

        sandbox.app(settings -> settings.put("bot", false));
        JsonObject off = json(lark.get("/open-apis/bot/v3/info", null, AccessTokenType.Tenant));
        assertThat(off.get("code").getAsInt()).isEqualTo(11205);
    }

    private static JsonObject json(RawResponse answer) {
        return JsonParser.parseString(new String(answer.getBody(), StandardCharsets.UTF_8))
                .getAsJsonObject();
    }
}
