package io.larkdesk.lark.http;

import io.larkdesk.lark.LarkResult;
import io.larkdesk.lark.http.HttpLark.Api;
import io.larkdesk.lark.http.HttpLark.CallListener;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.Supplier;

/** Tells the listener of every call that ends. What it throws changes no result. */
final class Telling {

    private static final System.Logger LOG = System.getLogger(Telling.class.getName());

    private final CallListener listener;

    Telling(CallListener listener) {
        this.listener = listener;
    }

    <T> LarkResult<T> about(Api api, Supplier<LarkResult<T>> call) {
        long began = System.nanoTime();
        LarkResult<T> result = call.get();
        ended(api, result, began);
        return result;
    }

    void ended(Api api, LarkResult<?> result, long began) {
        try {
            listener.ended(
                    api,
                    result.<String>fold(
                            value -> CallListener.SUCCESS,
                            error -> error.kind().name(),
                            detail -> CallListener.UNKNOWN),
                    Duration.ofNanos(System.nanoTime() - began));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "the listener of calls failed", e);
        }
    }
}
