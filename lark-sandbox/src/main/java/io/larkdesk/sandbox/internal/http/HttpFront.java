package io.larkdesk.sandbox.internal.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.larkdesk.sandbox.internal.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;
import java.util.function.Supplier;

/** The loopback HTTP server: reads requests whole, hands them on, and sends the replies as their delivery says. */
public final class HttpFront implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(HttpFront.class.getName());
    private static final int LARGEST_BODY = 8 * 1024 * 1024;
    private static final int WORKERS = 32;

    private final HttpServer server;
    private final ExecutorService workers;
    private final ScheduledExecutorService timer;
    private final Supplier<String> logIds;
    private final Function<Request, Reply> target;

    private HttpFront(HttpServer server, Supplier<String> logIds, Function<Request, Reply> target) {
        this.server = server;
        this.logIds = logIds;
        this.target = target;
        this.workers = Executors.newFixedThreadPool(WORKERS, HttpFront::daemon);
        this.timer = Executors.newScheduledThreadPool(2, HttpFront::daemon);
    }

    /** Listens on the loopback address; port 0 takes a free one. */
    public static HttpFront start(int port, Supplier<String> logIds, Function<Request, Reply> target)
            throws IOException {
        tune();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        HttpFront front = new HttpFront(server, logIds, target);
        server.createContext("/", front::handle);
        server.setExecutor(front.workers);
        server.start();
        return front;
    }

    /**
     * The JDK reads these once, when its server class loads. Without the first, answers wait for delayed ACKs (40 ms);
     * with its own values for the others, it closes connections under a client that is about to use them.
     */
    private static void tune() {
        Map.of(
                        "sun.net.httpserver.nodelay", "true",
                        "sun.net.httpserver.maxIdleConnections", "2000",
                        "sun.net.httpserver.idleInterval", "300")
                .forEach((name, value) -> {
                    if (System.getProperty(name) == null) {
                        System.setProperty(name, value);
                    }
                });
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        timer.shutdownNow();
        workers.shutdownNow();
    }

    private void handle(HttpExchange exchange) {
        String logId = logIds.get();
        Reply reply;
        try {
            byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
            reply = body.length > LARGEST_BODY ? Reply.empty(413) : answer(request(exchange, body, logId));
        } catch (IOException e) {
            exchange.close();
            return;
        }
        new Sending(exchange, reply.with("X-Tt-Logid", logId), timer).start();
    }

    private Reply answer(Request request) {
        try {
            return target.apply(request);
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "request " + request.logId() + " to " + request.path() + " failed", e);
            return Reply.json(500, Json.object().put("code", 1500).put("msg", "internal error of the sandbox: " + e));
        }
    }

    private static Request request(HttpExchange exchange, byte[] body, String logId) {
        Map<String, String> headers = new HashMap<>();
        Headers given = exchange.getRequestHeaders();
        given.forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), String.join("; ", values)));
        String query = exchange.getRequestURI().getRawQuery();
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query == null ? Params.NONE : Params.parse(query),
                Map.copyOf(headers),
                body,
                exchange.getRemoteAddress().getAddress().getHostAddress(),
                logId);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "lark-sandbox");
        thread.setDaemon(true);
        return thread;
    }
}
