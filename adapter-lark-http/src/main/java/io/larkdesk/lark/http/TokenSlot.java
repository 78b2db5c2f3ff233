package io.larkdesk.lark.http;

import io.larkdesk.core.tenant.AppSecret;
import io.larkdesk.core.tenant.LarkApp;
import io.larkdesk.lark.LarkError;
import io.larkdesk.lark.LarkResult;
import io.larkdesk.lark.LarkResult.Failure;
import io.larkdesk.lark.LarkResult.Success;
import io.larkdesk.lark.http.HttpLark.Api;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The token of one app. It is asked for once, however many want it, and again before it expires, while the old one is still in use. That
 * none can be had is not remembered, but that Lark does not want to be asked.
 */
final class TokenSlot {

    private static final System.Logger LOG = System.getLogger(TokenSlot.class.getName());
    private static final long BETWEEN_RENEWALS = TimeUnit.MINUTES.toNanos(1);

    private final Function<LarkApp, TokenFetch> fetches;
    private final Rests rests;
    private final LongSupplier nanos;
    private AppSecret secret;
    private @Nullable AppToken token;
    private @Nullable TokenFetch running;
    private long renewalNotBefore;

    TokenSlot(AppSecret secret, Function<LarkApp, TokenFetch> fetches, Rests rests, LongSupplier nanos) {
        this.secret = secret;
        this.fetches = fetches;
        this.rests = rests;
        this.nanos = nanos;
        this.renewalNotBefore = nanos.getAsLong();
    }

    LarkResult<AppToken> get(LarkApp app, Deadline deadline) {
        TokenFetch fetch;
        synchronized (this) {
            forgetAfterChange(app.secret());
            AppToken held = token;
            if (held != null && held.isUsableAt(nanos.getAsLong())) {
                renewIfDue(held, app);
                return new Success<>(held);
            }
            Optional<LarkError> rest = rests.find(app, Api.APP_TOKEN);
            if (rest.isPresent()) {
                return new Failure<>(rest.get());
            }
            if (deadline.hasPassed()) {
                return Errors.notSent("no time left for the app token");
            }
            fetch = joined(app);
        }
        try {
            return fetch.await(deadline);
        } catch (TimeoutException e) {
            leave(fetch);
            return Errors.notSent("no app token in time");
        } catch (InterruptedException e) {
            leave(fetch);
            Thread.currentThread().interrupt();
            return Errors.notSent("the caller was interrupted");
        }
    }

    /** Forgets the token that Lark did not take, unless another has come since. */
    synchronized void drop(AppToken refused) {
        if (token == refused) {
            token = null;
        }
    }

    private void forgetAfterChange(AppSecret current) {
        if (!secret.equals(current)) {
            secret = current;
            token = null;
            running = null;
        }
    }

    private TokenFetch joined(LarkApp app) {
        TokenFetch fetch = running;
        if (fetch == null) {
            fetch = fetches.apply(app);
            fetch.join();
            running = fetch;
            TokenFetch started = fetch;
            fetch.start(outcome -> {
                rests.note(app, Api.APP_TOKEN, outcome);
                landed(started, outcome);
            });
        } else {
            fetch.join();
        }
        return fetch;
    }

    private void renewIfDue(AppToken held, LarkApp app) {
        long now = nanos.getAsLong();
        if (running == null && held.isDueAt(now) && now - renewalNotBefore >= 0) {
            TokenFetch fetch = fetches.apply(app);
            running = fetch;
            fetch.startRenewal(outcome -> {
                rests.note(app, Api.APP_TOKEN, outcome);
                landed(fetch, outcome);
                outcome.fold(renewed -> true, error -> notRenewed(app, error.detail()), why -> notRenewed(app, why));
            });
        }
    }

    private synchronized boolean notRenewed(LarkApp app, String why) {
        renewalNotBefore = nanos.getAsLong() + BETWEEN_RENEWALS;
        LOG.log(Level.WARNING, "the token of app {0} is not renewed, and still in use: {1}", app.id(), why);
        return false;
    }

    private synchronized void landed(TokenFetch fetch, LarkResult<AppToken> outcome) {
        if (running == fetch) {
            running = null;
            outcome.fold(fetched -> token = fetched, error -> token, why -> token);
        }
    }

    private synchronized void leave(TokenFetch fetch) {
        if (fetch.leave()) {
            running = running == fetch ? null : running;
            fetch.giveUp();
        }
    }
}
