package io.larkdesk.benchmarks.site;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Requests that make ready, or look afterwards what came of it. Nothing is measured with them. */
public final class Web {

    private static final Duration WITHIN = Duration.ofSeconds(30);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private Web() {}

    /** A client that keeps cookies, and goes nowhere by itself. */
    static HttpClient withCookies() {
        return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    /** Whether {@code url} answers well. */
    public static boolean isOk(URI url) {
        try {
            return send(CLIENT, HttpRequest.newBuilder(url)).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** What {@code url} answers. */
    public static String get(URI url) throws IOException {
        return send(CLIENT, HttpRequest.newBuilder(url)).body();
    }

    static HttpResponse<String> send(HttpClient client, HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(WITHIN).build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
