package io.larkdesk.lark.http;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Sends requests over connections that are kept for the next ones. Follows no redirect and repeats nothing. */
final class Wire implements AutoCloseable {

    private static final int MOST_AT_ONCE = 64;
    private static final int MOST_IDLE_CONNECTIONS = 32;
    private static final Duration IDLE_FOR = Duration.ofSeconds(30);
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);
    private static final Duration PING_EVERY = Duration.ofSeconds(10);

    private final OkHttpClient client;
    private final boolean own;

    /** Uses the dispatcher, the connections and whatever else there is of {@code basis}, or makes its own. */
    Wire(Optional<OkHttpClient> basis) {
        this.own = basis.isEmpty();
        this.client = basis.orElseGet(Wire::plain)
                .newBuilder()
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .authenticator(Authenticator.NONE)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                // the time of a call ends with its deadline, and not before
                .callTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .addNetworkInterceptor(new Gate())
                .build();
    }

    private static OkHttpClient plain() {
        Dispatcher dispatcher = new Dispatcher(new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_FOR.toSeconds(), TimeUnit.SECONDS, new SynchronousQueue<>(), Wire::thread));
        dispatcher.setMaxRequests(2 * MOST_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(MOST_AT_ONCE);
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(MOST_IDLE_CONNECTIONS, IDLE_FOR.toSeconds(), TimeUnit.SECONDS))
                .connectTimeout(CONNECT_WITHIN)
                // finds out that an HTTP/2 connection is dead, before more requests are lost on it
                .pingInterval(PING_EVERY)
                .build();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "lark-http");
        thread.setDaemon(true);
        return thread;
    }

    /** Sends nothing yet. */
    Exchange prepare(Request request) {
        return new Exchange(client, request);
    }

    Reply ask(Request request, Deadline deadline) {
        if (deadline.hasPassed()) {
            return NoAnswer.notSent("no time left");
        }
        Exchange exchange = prepare(request);
        exchange.start(deadline);
        return exchange.await(deadline);
    }

    @Override
    public void close() {
        if (own) {
            client.dispatcher().cancelAll();
            client.dispatcher().executorService().shutdown();
            client.connectionPool().evictAll();
        }
    }
}
