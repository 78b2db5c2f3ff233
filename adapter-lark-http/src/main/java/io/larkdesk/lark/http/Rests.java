package io.larkdesk.lark.http;

import io.larkdesk.core.tenant.LarkApp;
import io.larkdesk.lark.LarkCodes;
import io.larkdesk.lark.LarkError;
import io.larkdesk.lark.LarkResult;
import io.larkdesk.lark.http.HttpLark.Api;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * What apps do not ask for now, because Lark told them to wait. Lark limits each API by app and organisation, so other apps, and other APIs of
 * the same app, go on.
 *
 * @see <a href="https://open.feishu.cn/document/server-docs/api-call-guide/frequency-control">Lark's limits</a>
 */
final class Rests {

    private final LongSupplier nanos;
    private final Map<Key, Rest> rests = new ConcurrentHashMap<>();

    private record Key(AppKey app, Api api) {}

    private record Rest(LarkError error, long until) {

        LarkError seenAt(long now) {
            return new LarkError(
                    error.kind(), error.code(), error.message(), error.requestId(), Duration.ofNanos(until - now));
        }
    }

    Rests(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** What Lark said, with what is left of the pause; empty once that is over. */
    Optional<LarkError> find(LarkApp app, Api api) {
        Key key = new Key(AppKey.of(app), api);
        Rest rest = rests.get(key);
        if (rest == null) {
            return Optional.empty();
        }
        long now = nanos.getAsLong();
        if (rest.until() - now > 0) {
            return Optional.of(rest.seenAt(now));
        }
        rests.remove(key, rest);
        return Optional.empty();
    }

    /** Notes what Lark said, if it told the app to wait. */
    void note(LarkApp app, Api api, LarkResult<?> result) {
        result.<Optional<LarkError>>fold(done -> Optional.empty(), Optional::of, unknown -> Optional.empty())
                .filter(error ->
                        error.code() == LarkCodes.FREQUENCY && !error.pause().isZero())
                .ifPresent(error -> rests.put(
                        new Key(AppKey.of(app), api),
                        new Rest(error, nanos.getAsLong() + error.pause().toNanos())));
    }
}
