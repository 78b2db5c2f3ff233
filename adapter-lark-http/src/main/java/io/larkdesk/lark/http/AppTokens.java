package io.larkdesk.lark.http;

import io.larkdesk.core.tenant.AppId;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.core.tenant.LarkApp;
import io.larkdesk.lark.LarkResult;
import io.larkdesk.lark.http.HttpLark.Api;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** The tokens of all apps, in memory. */
final class AppTokens {

    private record Key(Brand brand, AppId id) {}

    private final Platforms platforms;
    private final Wire wire;
    private final Telling telling;
    private final LongSupplier nanos;
    private final Map<Key, TokenSlot> slots = new ConcurrentHashMap<>();

    AppTokens(Platforms platforms, Wire wire, Telling telling, LongSupplier nanos) {
        this.platforms = platforms;
        this.wire = wire;
        this.telling = telling;
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
        return slots.computeIfAbsent(
                new Key(app.brand(), app.id()), key -> new TokenSlot(app.secret(), this::fetch, nanos));
    }

    private TokenFetch fetch(LarkApp app) {
        String secret = app.secret().reveal();
        JsonBody body =
                new JsonBody(Json.object().put("app_id", app.id().value()).put("app_secret", secret));
        LarkCall<AppToken> call = new LarkCall<>(
                platforms.request(app.brand(), Api.APP_TOKEN).post(body).build(),
                answer -> AppToken.read(answer, nanos.getAsLong()),
                false,
                new Scrub(secret));
        return new TokenFetch(wire.prepare(call.request()), call, telling);
    }
}
