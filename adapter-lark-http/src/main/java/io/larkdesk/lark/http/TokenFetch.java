package io.larkdesk.lark.http;

import io.larkdesk.lark.LarkResult;
import io.larkdesk.lark.http.HttpLark.Api;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One request for an app token, on which many may wait. */
final class TokenFetch {

    private static final long RENEWAL_WITHIN = TimeUnit.SECONDS.toNanos(10);

    private final Exchange exchange;
    private final LarkCall<AppToken> call;
    private final Telling telling;
    private final CompletableFuture<LarkResult<AppToken>> result = new CompletableFuture<>();
    private int waiting;

    TokenFetch(Exchange exchange, LarkCall<AppToken> call, Telling telling) {
        this.exchange = exchange;
        this.call = call;
        this.telling = telling;
    }

    /** For those who wait; {@code landed} is told before them. */
    void start(Consumer<LarkResult<AppToken>> landed) {
        complete(landed);
        exchange.start();
    }

    /** Whether somebody waits or not; ends by itself. */
    void startRenewal(Consumer<LarkResult<AppToken>> landed) {
        waiting++;
        complete(landed);
        exchange.startWithin(RENEWAL_WITHIN);
    }

    private void complete(Consumer<LarkResult<AppToken>> landed) {
        long began = System.nanoTime();
        var unused = exchange.reply().thenAccept(reply -> {
            LarkResult<AppToken> outcome = call.result(reply);
            landed.accept(outcome);
            telling.ended(Api.APP_TOKEN, outcome, began);
            result.complete(outcome);
        });
    }

    void join() {
        waiting++;
    }

    /** Whether nobody wants the token any more. */
    boolean leave() {
        waiting--;
        return waiting == 0;
    }

    void giveUp() {
        exchange.giveUp("nobody waits");
    }

    LarkResult<AppToken> await(Deadline deadline) throws TimeoutException, InterruptedException {
        try {
            return result.get(deadline.remainingNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
