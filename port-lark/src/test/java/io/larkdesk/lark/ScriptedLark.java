package io.larkdesk.lark;

import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.LarkApp;
import io.larkdesk.lark.card.Card;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A platform that answers what it was told to, and remembers what it was asked. */
final class ScriptedLark implements LarkPlatform {

    final List<CardMessage> sent = new ArrayList<>();
    final List<Map.Entry<String, Card>> updated = new ArrayList<>();
    final List<CallPurpose> purposes = new ArrayList<>();
    final List<Duration> within = new ArrayList<>();
    final List<CodeExchange> exchanged = new ArrayList<>();
    final Deque<LarkResult<SentMessage>> sends = new ArrayDeque<>();
    LarkResult<UserToken> token = new LarkResult.Success<>(new UserToken("u-canary"));
    LarkResult<UserInfo> user = new LarkResult.Unknown<>("not scripted");
    LarkResult<TenantInfo> tenant = new LarkResult.Unknown<>("not scripted");

    final List<Brand> checked = new ArrayList<>();
    final Map<String, LarkResult<AppVersionInfo>> versions = new HashMap<>();
    Function<LarkApp, LarkResult<AppId>> credentials = app -> new LarkResult.Success<>(app.id());
    LarkResult<ApplicationInfo> application = new LarkResult.Unknown<>("not scripted");
    LarkResult<List<ScopeGrant>> scopes = new LarkResult.Unknown<>("not scripted");

    static <T> LarkResult<T> failing(LarkError.Kind kind) {
        return failing(kind, Duration.ZERO);
    }

    static <T> LarkResult<T> failing(LarkError.Kind kind, Duration pause) {
        return new LarkResult.Failure<>(new LarkError(kind, 4711, "words of Lark", "log-1", pause));
    }

    @Override
    public LarkResult<UserToken> exchangeCode(LarkApp app, CodeExchange exchange, Duration time) {
        exchanged.add(exchange);
        return token;
    }

    @Override
    public LarkResult<UserInfo> userInfo(LarkApp app, UserToken userToken, Duration time) {
        return user;
    }

    @Override
    public LarkResult<AppId> checkCredentials(LarkApp app, Duration time) {
        checked.add(app.brand());
        return credentials.apply(app);
    }

    @Override
    public LarkResult<ApplicationInfo> queryApplication(LarkApp app, CallPurpose purpose, Duration time) {
        purposes.add(purpose);
        return application;
    }

    @Override
    public LarkResult<AppVersionInfo> queryAppVersion(
            LarkApp app, String versionId, CallPurpose purpose, Duration time) {
        purposes.add(purpose);
        return versions.getOrDefault(versionId, new LarkResult.Unknown<>("not scripted"));
    }

    @Override
    public LarkResult<List<ScopeGrant>> queryScopes(LarkApp app, CallPurpose purpose, Duration time) {
        purposes.add(purpose);
        return scopes;
    }

    @Override
    public LarkResult<TenantInfo> queryTenant(LarkApp app, CallPurpose purpose, Duration time) {
        purposes.add(purpose);
        return tenant;
    }

    @Override
    public LarkResult<SentMessage> sendCard(LarkApp app, CardMessage message, CallPurpose purpose, Duration time) {
        sent.add(message);
        purposes.add(purpose);
        within.add(time);
        return sends.remove();
    }

    @Override
    public LarkResult<SentMessage> updateCard(
            LarkApp app, SentMessage message, Card card, CallPurpose purpose, Duration time) {
        updated.add(Map.entry(message.messageId(), card));
        purposes.add(purpose);
        within.add(time);
        return sends.remove();
    }
}
