package io.larkdesk.lark.http;

import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.LarkApp;
import io.larkdesk.lark.LarkResult;
import io.larkdesk.lark.http.HttpLark.Api;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** The tokens of all apps, in memory. */
final class AppTokens {

    private final Platforms platforms;
    private final Wire wire;
    private final Telling telling;
    private final Rests rests;
    private final LongSupplier nanos;
    private final Map<AppKey, TokenSlot> slots = new ConcurrentHashMap<>();

    AppTokens(Platforms platforms, Wire wire, Telling telling, Rests rests, LongSupplier nanos) {
        this.platforms = platforms;
        this.wire = wire;
        this.telling = telling;
        this.rests = rests;
        this.nanos = nanos;
    }

    LarkResult<AppToken> get(LarkApp app, Deadline deadline) {
        return slot(app).get(app, deadline);
    }

    /** Forgets the token that Lark did not take, unless another has come since. */
    void drop(LarkApp app, AppToken refused) {
        slot(app).drop(refused);
    }

    private TokenSlot slot(LarkApp app) {
        return slots.computeIfAbsent(AppKey.of(app), key -> new TokenSlot(app.secret(), this::fetch, rests, nanos));
    }

    private TokenFetch fetch(LarkApp app) {
        LarkCall<AppToken> call = call(app, token -> token, false);
        return new TokenFetch(wire.prepare(call.request()), call, telling);
    }

    /** Asks for a token only to see whether there is one to be had. */
    LarkCall<AppId> proof(LarkApp app) {
        return call(app, token -> app.id(), true);
    }

    private <T> LarkCall<T> call(LarkApp app, Function<AppToken, T> use, boolean harmless) {
        String secret = app.secret().reveal();
        JsonBody body =
                new JsonBody(Json.object().put("app_id", app.id().value()).put("app_secret", secret));
        return new LarkCall<>(
                platforms.request(app.brand(), Api.APP_TOKEN).post(body).build(),
                answer -> use.apply(AppToken.read(answer, nanos.getAsLong())),
                harmless,
                new Scrub(secret));
    }
}
