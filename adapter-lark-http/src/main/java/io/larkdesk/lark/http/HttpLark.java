package io.larkdesk.lark.http;

import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.LarkApp;
import io.larkdesk.lark.AppVersionInfo;
import io.larkdesk.lark.ApplicationInfo;
import io.larkdesk.lark.CallMeter;
import io.larkdesk.lark.CardMessage;
import io.larkdesk.lark.CodeExchange;
import io.larkdesk.lark.LarkError.Kind;
import io.larkdesk.lark.LarkHosts;
import io.larkdesk.lark.LarkPlatform;
import io.larkdesk.lark.LarkResult;
import io.larkdesk.lark.ScopeGrant;
import io.larkdesk.lark.SentMessage;
import io.larkdesk.lark.TenantInfo;
import io.larkdesk.lark.UserInfo;
import io.larkdesk.lark.UserToken;
import io.larkdesk.lark.card.Card;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import okhttp3.OkHttpClient;

/**
 * The Lark Open Platform over HTTP.
 *
 * <p>A call is over at its deadline, whatever DNS, connection and Lark do: what has not left by then never leaves. While it lasts it
 * takes a thread of the pool besides the caller's. Redirects are not followed, and no request that may have reached Lark is sent again,
 * except harmless questions and, once, calls whose app token Lark no longer takes. A request that was certainly not seen by Lark is
 * {@link Kind#NOT_SENT}; one that may have been seen and has no readable answer is {@link LarkResult.Unknown}.
 *
 * <p>App tokens are kept in memory, one for each app: fetched once however many callers need it, renewed in the background in their
 * last half hour, and forgotten when the app's secret changes. Secrets, tokens and codes are in no log, text form or error.
 *
 * <p>Thread-safe. One instance serves all apps of a process, so that they share its connections.
 */
public final class HttpLark implements LarkPlatform, AutoCloseable {

    /** Lark's APIs as this adapter calls them. */
    public enum Api {
        /** The app's token; free. */
        APP_TOKEN("/open-apis/auth/v3/tenant_access_token/internal", ""),
        /** {@link LarkPlatform#exchangeCode}. */
        CODE_EXCHANGE("/open-apis/authen/v2/oauth/token", ""),
        /** {@link LarkPlatform#userInfo}. */
        USER_INFO("/open-apis/authen/v1/user_info", ""),
        /** {@link LarkPlatform#queryTenant}. */
        TENANT_QUERY("/open-apis/tenant/v2/tenant/query", ""),
        /** {@link LarkPlatform#queryApplication}. */
        APPLICATION("/open-apis/application/v6/applications/me", "?lang=en_us"),
        /** {@link LarkPlatform#queryAppVersion}; its path goes on with the version's id. */
        APP_VERSION("/open-apis/application/v6/applications/me/app_versions/", "?lang=en_us"),
        /** {@link LarkPlatform#queryScopes}. */
        APP_SCOPES("/open-apis/application/v6/scopes", ""),
        /** {@link LarkPlatform#sendCard}. */
        CARD_SEND("/open-apis/im/v1/messages", "?receive_id_type=open_id"),
        /** {@link LarkPlatform#updateCard}; its path goes on with the message's id. */
        CARD_UPDATE("/open-apis/im/v1/messages/", "");

        private final String path;
        private final String query;

        Api(String path, String query) {
            this.path = path;
            this.query = query;
        }

        /** Its path, which begins with a slash. */
        public String path() {
            return path;
        }

        String address() {
            return address("");
        }

        /** With {@code id} at the end of its path. */
        String address(String id) {
            return path + id + query;
        }
    }

    /**
     * Hears of every call that has ended, for metrics. Called on the thread of the caller or of the connection; must be quick and
     * thread-safe.
     */
    @FunctionalInterface
    public interface CallListener {

        /** The outcome of calls that Lark did. */
        String SUCCESS = "SUCCESS";

        /** The outcome of calls of which nobody knows whether Lark did them. */
        String UNKNOWN = "UNKNOWN";

        /**
         * A call has ended, after all its requests.
         *
         * @param api what was called
         * @param outcome {@link #SUCCESS}, {@link #UNKNOWN}, or the name of the error's {@link Kind}
         * @param took from the call to its result, with the wait for an app token
         */
        void ended(Api api, String outcome, Duration took);
    }

    private static final String TOO_LARGE = "the card is larger than 30 KB";
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]+");

    private final SignInCalls signInCalls;
    private final AppCalls appCalls;
    private final FreeCalls freeCalls;
    private final AppTokens tokens;
    private final CountedCalls countedCalls;
    private final Telling telling;
    private final Wire wire;

    private HttpLark(Builder builder) {
        Platforms platforms = new Platforms(builder.hosts);
        this.telling = new Telling(builder.listener);
        this.wire = new Wire(builder.client);
        this.signInCalls = new SignInCalls(platforms);
        this.appCalls = new AppCalls(platforms);
        this.freeCalls = new FreeCalls(wire);
        Rests rests = new Rests(builder.nanos);
        this.tokens = new AppTokens(platforms, wire, telling, rests, builder.nanos);
        this.countedCalls = new CountedCalls(wire, tokens, builder.meter, rests);
    }

    /** Begins to build one that asks this meter before every call that Lark counts. */
    public static Builder builder(CallMeter meter) {
        return new Builder(meter);
    }

    @Override
    public LarkResult<UserToken> exchangeCode(LarkApp app, CodeExchange exchange, Duration within) {
        Deadline deadline = Deadline.in(within);
        return telling.about(
                Api.CODE_EXCHANGE, () -> freeCalls.make(signInCalls.exchangeCode(app, exchange), deadline));
    }

    @Override
    public LarkResult<UserInfo> userInfo(LarkApp app, UserToken token, Duration within) {
        Deadline deadline = Deadline.in(within);
        return telling.about(
                Api.USER_INFO,
                () -> Json.isSendable(token.value())
                        ? freeCalls.make(signInCalls.userInfo(app, token), deadline)
                        : Errors.own(Kind.INVALID_REQUEST, "the token has characters that no token has"));
    }

    @Override
    public LarkResult<TenantInfo> queryTenant(LarkApp app, CallPurpose purpose, Duration within) {
        return counted(Api.TENANT_QUERY, app, purpose, Deadline.in(within), token -> appCalls.queryTenant(app, token));
    }

    @Override
    public LarkResult<AppId> checkCredentials(LarkApp app, Duration within) {
        Deadline deadline = Deadline.in(within);
        return telling.about(Api.APP_TOKEN, () -> freeCalls.make(tokens.proof(app), deadline));
    }

    @Override
    public LarkResult<ApplicationInfo> queryApplication(LarkApp app, CallPurpose purpose, Duration within) {
        return counted(
                Api.APPLICATION, app, purpose, Deadline.in(within), token -> appCalls.queryApplication(app, token));
    }

    @Override
    public LarkResult<AppVersionInfo> queryAppVersion(
            LarkApp app, String versionId, CallPurpose purpose, Duration within) {
        return ID.matcher(versionId).matches()
                ? counted(
                        Api.APP_VERSION,
                        app,
                        purpose,
                        Deadline.in(within),
                        token -> appCalls.queryAppVersion(app, token, versionId))
                : refused(Api.APP_VERSION, Kind.INVALID_REQUEST, "the version's id has characters that no id has");
    }

    @Override
    public LarkResult<List<ScopeGrant>> queryScopes(LarkApp app, CallPurpose purpose, Duration within) {
        return counted(Api.APP_SCOPES, app, purpose, Deadline.in(within), token -> appCalls.queryScopes(app, token));
    }

    /** {@inheritDoc} A card of more than 30 KB is refused here, as Lark would refuse it, and costs no call. */
    @Override
    public LarkResult<SentMessage> sendCard(LarkApp app, CardMessage message, CallPurpose purpose, Duration within) {
        Deadline deadline = Deadline.in(within);
        JsonBody body = AppCalls.message(message);
        return body.contentLength() > AppCalls.LARGEST_MESSAGE
                ? refused(Api.CARD_SEND, Kind.CONTENT_REFUSED, TOO_LARGE)
                : counted(Api.CARD_SEND, app, purpose, deadline, token -> appCalls.sendCard(app, token, body));
    }

    /** {@inheritDoc} A card of more than 30 KB is refused here, as Lark would refuse it, and costs no call. */
    @Override
    public LarkResult<SentMessage> updateCard(
            LarkApp app, SentMessage message, Card card, CallPurpose purpose, Duration within) {
        Deadline deadline = Deadline.in(within);
        JsonBody body = AppCalls.content(card);
        if (body.contentLength() > AppCalls.LARGEST_MESSAGE) {
            return refused(Api.CARD_UPDATE, Kind.CONTENT_REFUSED, TOO_LARGE);
        }
        return ID.matcher(message.messageId()).matches()
                ? counted(
                        Api.CARD_UPDATE,
                        app,
                        purpose,
                        deadline,
                        token -> appCalls.updateCard(app, token, message, body))
                : refused(Api.CARD_UPDATE, Kind.INVALID_REQUEST, "the message's id has characters that no id has");
    }

    private <T> LarkResult<T> counted(
            Api api, LarkApp app, CallPurpose purpose, Deadline deadline, Function<AppToken, LarkCall<T>> call) {
        return telling.about(api, () -> countedCalls.make(api, app, purpose, deadline, call));
    }

    private <T> LarkResult<T> refused(Api api, Kind kind, String why) {
        return telling.about(api, () -> Errors.own(kind, why));
    }

    /** Ends running calls, its threads and connections; those of a client that was given stay as they are. */
    @Override
    public void close() {
        wire.close();
    }

    /** Gathers what an {@link HttpLark} needs. Not thread-safe. */
    public static final class Builder {

        private final CallMeter meter;
        private Function<Brand, LarkHosts> hosts = LarkHosts::of;
        private Optional<OkHttpClient> client = Optional.empty();
        private CallListener listener = (api, outcome, took) -> {};
        private LongSupplier nanos = System::nanoTime;

        private Builder(CallMeter meter) {
            this.meter = Objects.requireNonNull(meter, "meter");
        }

        /** Where the platforms are; Lark's own addresses when left out. Asked once for each brand, by {@link #build()}. */
        public Builder hosts(Function<Brand, LarkHosts> hosts) {
            this.hosts = Objects.requireNonNull(hosts, "hosts");
            return this;
        }

        /**
         * A client whose threads, connections, proxy, DNS and TLS settings are used; one of its own when left out. Its timeouts other than
         * that of the connect are not used, and its dispatcher's limits bound how many calls run at once.
         */
        public Builder client(OkHttpClient client) {
            this.client = Optional.of(client);
            return this;
        }

        /** Who is told of every call's end; nobody when left out. */
        public Builder listener(CallListener listener) {
            this.listener = Objects.requireNonNull(listener, "listener");
            return this;
        }

        /** The clock by which app tokens age and pauses end, in nanoseconds. */
        Builder nanos(LongSupplier nanos) {
            this.nanos = nanos;
            return this;
        }

        /**
         * Builds it.
         *
         * @throws IllegalArgumentException if a platform's address is none
         */
        public HttpLark build() {
            return new HttpLark(this);
        }
    }
}
