package io.larkdesk.lark.http;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/**
 * One request on its way. It runs on a thread of OkHttp's, since neither a look-up in the DNS nor a write to a peer that does not read
 * ends when a call is cancelled: whoever waits for the reply can leave at the deadline all the same.
 *
 * <p>Just before its first byte is written the request passes the {@link Gate}, once. One that was given up before, or is too late, does
 * not pass, and so it is certain that nothing was sent and nothing will be.
 */
final class Exchange implements Callback {

    private enum State {
        HELD,
        SENT,
        GIVEN_UP
    }

    private final Call call;
    private final AtomicReference<State> state = new AtomicReference<>(State.HELD);
    private volatile Deadline deadline = Deadline.NEVER;
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();

    Exchange(OkHttpClient client, Request request) {
        this.call =
                client.newCall(request.newBuilder().tag(Exchange.class, this).build());
    }

    void start() {
        call.enqueue(this);
    }

    /** As {@link #start()}, but never written after {@code latest}, even if the whole process stood still until then. */
    void start(Deadline latest) {
        deadline = latest;
        call.enqueue(this);
    }

    /** As {@link #start()}, and given up by itself after so much time. */
    void startWithin(long nanos) {
        call.timeout().timeout(nanos, TimeUnit.NANOSECONDS);
        call.enqueue(this);
    }

    CompletableFuture<Reply> reply() {
        return reply;
    }

    /** Waits for the reply, and gives the request up when there is none in time. */
    Reply await(Deadline until) {
        try {
            return reply.get(until.remainingNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return giveUp("no answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return giveUp("the caller was interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends the request. Nothing of it that has not left yet leaves any more. */
    NoAnswer giveUp(String why) {
        boolean held = state.compareAndSet(State.HELD, State.GIVEN_UP);
        call.cancel();
        return held || state.get() == State.GIVEN_UP ? NoAnswer.notSent(why) : NoAnswer.unknown(why);
    }

    /** Whether the request may be written now: once, in time, and not after it was given up. */
    boolean passGate() {
        return !deadline.hasPassed() && state.compareAndSet(State.HELD, State.SENT);
    }

    @Override
    public void onFailure(Call failed, IOException e) {
        reply.complete(state.get() == State.SENT ? NoAnswer.afterGate(e) : NoAnswer.beforeGate(e));
    }

    @Override
    public void onResponse(Call answered, Response response) {
        try (response) {
            reply.complete(Answer.read(response));
        } catch (IOException e) {
            reply.complete(NoAnswer.afterGate(e));
        }
    }
}
