package io.larkdesk.lark;

import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.LarkApp;
import io.larkdesk.lark.card.Card;
import java.time.Duration;
import java.util.List;

/**
 * All that the desk asks of the Lark Open Platform. Every call blocks until it is answered, at most for the time given: after that nothing
 * of it reaches Lark any more. Calls that Lark counts are announced to a {@link CallMeter} and not made if that refuses. App tokens
 * are the implementation's affair, and so is doing a call once more whose token Lark no longer accepts. Thread-safe.
 */
public interface LarkPlatform {

    /** Trades the code of a sign-in for the person's token; not counted. {@code authen/v2/oauth/token}. */
    LarkResult<UserToken> exchangeCode(LarkApp app, CodeExchange exchange, Duration within);

    /** Asks whose token it is; not counted. {@code authen/v1/user_info}. */
    LarkResult<UserInfo> userInfo(LarkApp app, UserToken token, Duration within);

    /**
     * Asks whether Lark takes App ID and App Secret, whatever token there is; not counted. {@code auth/v3/tenant_access_token/internal}.
     *
     * @return the app that they are of
     */
    LarkResult<AppId> checkCredentials(LarkApp app, Duration within);

    /** Asks for the app's own settings; one counted call. {@code application/v6/applications/me}. */
    LarkResult<ApplicationInfo> queryApplication(LarkApp app, CallPurpose purpose, Duration within);

    /** Asks for one of the app's versions; one counted call. {@code application/v6/applications/me/app_versions/:version_id}. */
    LarkResult<AppVersionInfo> queryAppVersion(LarkApp app, String versionId, CallPurpose purpose, Duration within);

    /** Asks for the scopes that the app has, or has asked for; one counted call. {@code application/v6/scopes}. */
    LarkResult<List<ScopeGrant>> queryScopes(LarkApp app, CallPurpose purpose, Duration within);

    /** Asks for the organisation that has the app; one counted call. {@code tenant/v2/tenant/query}. */
    LarkResult<TenantInfo> queryTenant(LarkApp app, CallPurpose purpose, Duration within);

    /**
     * Has the bot send a card; one counted call. The same uuid sent again within an hour reaches the recipient once, and the
     * repeated call brings the first message_id. {@code im/v1/messages}.
     */
    LarkResult<SentMessage> sendCard(LarkApp app, CardMessage message, CallPurpose purpose, Duration within);

    /**
     * Replaces what a card shows that the app's bot sent, for 14 days after; one counted call. Doing it again does no harm.
     * {@code im/v1/messages/:message_id}.
     *
     * @return the message that was changed
     */
    LarkResult<SentMessage> updateCard(
            LarkApp app, SentMessage message, Card card, CallPurpose purpose, Duration within);
}
