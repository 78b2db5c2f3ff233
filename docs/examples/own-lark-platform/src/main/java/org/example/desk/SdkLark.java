package org.example.desk;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.lark.oapi.core.request.RequestOptions;
import com.lark.oapi.core.response.RawResponse;
import com.lark.oapi.core.token.AccessTokenType;
import com.lark.oapi.service.application.v6.model.AppVisibleList;
import com.lark.oapi.service.application.v6.model.Application;
import com.lark.oapi.service.application.v6.model.ApplicationAppVersion;
import com.lark.oapi.service.application.v6.model.GetApplicationAppVersionReq;
import com.lark.oapi.service.application.v6.model.GetApplicationReq;
import com.lark.oapi.service.authen.v1.model.GetUserInfoRespBody;
import com.lark.oapi.service.im.v1.model.CreateMessageReq;
import com.lark.oapi.service.im.v1.model.CreateMessageReqBody;
import com.lark.oapi.service.im.v1.model.PatchMessageReq;
import com.lark.oapi.service.im.v1.model.PatchMessageReqBody;
import com.lark.oapi.service.tenant.v2.model.Tenant;
import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.LarkApp;
import io.larkdesk.lark.AppVersionInfo;
import io.larkdesk.lark.ApplicationInfo;
import io.larkdesk.lark.CallMeter;
import io.larkdesk.lark.CardMessage;
import io.larkdesk.lark.CodeExchange;
import io.larkdesk.lark.LarkHosts;
import io.larkdesk.lark.LarkPlatform;
import io.larkdesk.lark.LarkResult;
import io.larkdesk.lark.ScopeGrant;
import io.larkdesk.lark.SentMessage;
import io.larkdesk.lark.TenantInfo;
import io.larkdesk.lark.UserInfo;
import io.larkdesk.lark.UserToken;
import io.larkdesk.lark.card.Card;
import io.larkdesk.lark.card.CardContent;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Lark through its official SDK for Java. */
public final class SdkLark implements LarkPlatform {

    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();
    private static final int GRANTED = 1;
    private static final int UNKNOWN = 3;

    private final SdkCalls calls;

    /** Takes who counts calls, and where the platforms are. */
    public SdkLark(CallMeter meter, Function<Brand, LarkHosts> hosts) {
        this.calls = new SdkCalls(meter, hosts);
    }

    @Override
    public LarkResult<UserToken> exchangeCode(LarkApp app, CodeExchange exchange, Duration within) {
        JsonObject body = json(Map.of(
                "grant_type", "authorization_code",
                "client_id", app.id().value(),
                "client_secret", app.secret().reveal(),
                "code", exchange.code(),
                "redirect_uri", exchange.redirectUri().toString(),
                "code_verifier", exchange.codeVerifier()));
        return calls.<RawResponse, UserToken>make(
                app,
                CallPurpose.SETUP,
                within,
                lark -> lark.post("/open-apis/authen/v2/oauth/token", body, AccessTokenType.None),
                answer -> new UserToken(json(answer).get("access_token").getAsString()));
    }

    @Override
    public LarkResult<UserInfo> userInfo(LarkApp app, UserToken token, Duration within) {
        RequestOptions asPerson =
                RequestOptions.newBuilder().userAccessToken(token.value()).build();
        return calls.make(
                app,
                CallPurpose.SETUP,
                within,
                lark -> lark.authen().v1().userInfo().get(asPerson).getData(),
                SdkLark::person);
    }

    @Override
    public LarkResult<AppId> checkCredentials(LarkApp app, Duration within) {
        JsonObject body = json(
                Map.of("app_id", app.id().value(), "app_secret", app.secret().reveal()));
        return calls.make(
                app,
                CallPurpose.SETUP,
                within,
                lark -> lark.post("/open-apis/auth/v3/tenant_access_token/internal", body, AccessTokenType.None),
                answer -> app.id());
    }

    @Override
    public LarkResult<ApplicationInfo> queryApplication(LarkApp app, CallPurpose purpose, Duration within) {
        GetApplicationReq request =
                GetApplicationReq.newBuilder().appId("me").lang("en_us").build();
        return calls.<Application, ApplicationInfo>make(
                app,
                purpose,
                within,
                lark -> lark.application()
                        .v6()
                        .application()
                        .get(request)
                        .getData()
                        .getApp(),
                it -> new ApplicationInfo(
                        text(it.getAppName()),
                        Optional.ofNullable(it.getStatus()).orElse(UNKNOWN),
                        list(it.getRedirectUrls()),
                        text(it.getOnlineVersionId()),
                        text(it.getUnauditVersionId())));
    }

    @Override
    public LarkResult<AppVersionInfo> queryAppVersion(
            LarkApp app, String versionId, CallPurpose purpose, Duration within) {
        GetApplicationAppVersionReq request = GetApplicationAppVersionReq.newBuilder()
                .appId("me")
                .versionId(versionId)
                .lang("en_us")
                .build();
        return calls.make(
                app,
                purpose,
                within,
                lark -> lark.application()
                        .v6()
                        .applicationAppVersion()
                        .get(request)
                        .getData()
                        .getAppVersion(),
                SdkLark::version);
    }

    @Override
    public LarkResult<List<ScopeGrant>> queryScopes(LarkApp app, CallPurpose purpose, Duration within) {
        return calls.make(
                app,
                purpose,
                within,
                lark -> List.of(lark.application().v6().scope().list().getData().getScopes()),
                scopes -> scopes.stream()
                        .map(scope -> new ScopeGrant(scope.getScopeName(), scope.getGrantStatus() == GRANTED))
                        .toList());
    }

    @Override
    public LarkResult<TenantInfo> queryTenant(LarkApp app, CallPurpose purpose, Duration within) {
        return calls.<Tenant, TenantInfo>make(
                app,
                purpose,
                within,
                lark -> lark.tenant().v2().tenant().query().getData().getTenant(),
                it -> new TenantInfo(text(it.getName()), it.getTenantKey()));
    }

    @Override
    public LarkResult<SentMessage> sendCard(LarkApp app, CardMessage message, CallPurpose purpose, Duration within) {
        CreateMessageReq request = CreateMessageReq.newBuilder()
                .receiveIdType("open_id")
                .createMessageReqBody(CreateMessageReqBody.newBuilder()
                        .receiveId(message.to().value())
                        .msgType("interactive")
                        .content(GSON.toJson(CardContent.of(message.card())))
                        .uuid(message.uuid().toString())
                        .build())
                .build();
        return calls.make(
                app,
                purpose,
                within,
                lark -> lark.im().v1().message().create(request).getData(),
                sent -> new SentMessage(sent.getMessageId()));
    }

    @Override
    public LarkResult<SentMessage> updateCard(
            LarkApp app, SentMessage message, Card card, CallPurpose purpose, Duration within) {
        PatchMessageReq request = PatchMessageReq.newBuilder()
                .messageId(message.messageId())
                .patchMessageReqBody(PatchMessageReqBody.newBuilder()
                        .content(GSON.toJson(CardContent.of(card)))
                        .build())
                .build();
        return calls.make(app, purpose, within, lark -> lark.im().v1().message().patch(request), answer -> message);
    }

    private static UserInfo person(GetUserInfoRespBody it) {
        return new UserInfo(
                new OpenId(it.getOpenId()),
                it.getTenantKey(),
                text(it.getName()),
                text(it.getEnName()),
                text(it.getAvatarThumb()),
                text(it.getUnionId()));
    }

    private static AppVersionInfo version(ApplicationAppVersion it) {
        AppVisibleList list = it.getRemark().getVisibility().getVisibleList();
        return new AppVersionInfo(
                text(it.getVersion()),
                Optional.ofNullable(it.getPublishTime())
                        .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)))
                        .filter(Instant.EPOCH::isBefore),
                it.getAbility().getBot() != null,
                Optional.ofNullable(it.getAbility().getWebApp())
                        .map(web -> new AppVersionInfo.WebApp(text(web.getPcUrl()), text(web.getMobileUrl()))),
                new AppVersionInfo.Visibility(
                        Optional.ofNullable(it.getRemark().getVisibility().getIsAll())
                                .orElse(list == null),
                        list == null ? 0 : list(list.getOpenIds()).size(),
                        list == null ? 0 : list(list.getDepartmentIds()).size(),
                        list == null ? 0 : list(list.getGroupIds()).size()));
    }

    private static JsonObject json(Map<String, String> fields) {
        return GSON.toJsonTree(fields).getAsJsonObject();
    }

    private static JsonObject json(RawResponse answer) {
        return JsonParser.parseString(new String(answer.getBody(), StandardCharsets.UTF_8))
                .getAsJsonObject();
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private static List<String> list(String[] values) {
        return values == null ? List.of() : Arrays.asList(values);
    }
}
