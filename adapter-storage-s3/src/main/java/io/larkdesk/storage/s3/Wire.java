package io.larkdesk.storage.s3;

import io.minio.Http;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/** The connections to the object store. */
final class Wire {

    private static final int MOST_AT_ONCE = 128;
    private static final int MOST_IDLE_CONNECTIONS = 16;
    private static final Duration IDLE_FOR = Duration.ofSeconds(30);
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);
    private static final Duration SILENT_FOR = Duration.ofSeconds(15);

    private static final Set<Integer> TRY_AGAIN = Set.of(429, 500, 502, 503, 504);
    private static final int TRIES = 3;
    private static final long BETWEEN_MILLIS = 200;

    private Wire() {}

    static OkHttpClient client(Duration within) {
        Dispatcher dispatcher = new Dispatcher(new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, IDLE_FOR.toSeconds(), TimeUnit.SECONDS, new SynchronousQueue<>(), Wire::thread));
        dispatcher.setMaxRequests(MOST_AT_ONCE);
        dispatcher.setMaxRequestsPerHost(MOST_AT_ONCE);
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(MOST_IDLE_CONNECTIONS, IDLE_FOR.toSeconds(), TimeUnit.SECONDS))
                .protocols(List.of(Protocol.HTTP_1_1))
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(CONNECT_WITHIN)
                .readTimeout(SILENT_FOR)
                .writeTimeout(SILENT_FOR)
                .callTimeout(within)
                .addInterceptor(new Http.StatusRetryInterceptor(TRY_AGAIN, BETWEEN_MILLIS, TRIES))
                .build();
    }

    private static Thread thread(Runnable task) {
        Thread thread = new Thread(task, "storage-s3");
        thread.setDaemon(true);
        return thread;
    }
}
