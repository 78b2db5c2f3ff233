package io.larkdesk.app.page;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request with its query, cookies and form taken apart, and the ways to answer it. */
final class Exchange {

    private static final Pattern PART = Pattern.compile("(?s)name=\"(\\w+)\"\r\n\r\n(.*?)\r\n(?=--)");
    private static final Pattern PAIR = Pattern.compile("([^&=]+)=([^&]*)");

    private final HttpExchange http;
    private final Map<String, String> query;
    private final Map<String, String> form;

    Exchange(HttpExchange http) throws IOException {
        this.http = http;
        String raw = http.getRequestURI().getRawQuery();
        this.query = pairs(raw == null ? "" : raw);
        String body = new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        this.form = body.startsWith("--") ? parts(body) : pairs(body);
    }

    private static Map<String, String> parts(String text) {
        Map<String, String> parts = new HashMap<>();
        for (Matcher part = PART.matcher(text); part.find(); ) {
            parts.put(part.group(1), part.group(2).replace("\r\n", "\n"));
        }
        return parts;
    }

    private static Map<String, String> pairs(String text) {
        Map<String, String> pairs = new HashMap<>();
        for (Matcher pair = PAIR.matcher(text); pair.find(); ) {
            pairs.put(pair.group(1), URLDecoder.decode(pair.group(2), StandardCharsets.UTF_8));
        }
        return pairs;
    }

    HttpExchange http() {
        return http;
    }

    String path() {
        return http.getRequestURI().getPath();
    }

    boolean isPost() {
        return http.getRequestMethod().equals("POST");
    }

    boolean isFragment() {
        return "1".equals(http.getRequestHeaders().getFirst("X-Fragment"));
    }

    /** What the request proves with that it comes from our page. */
    @Nullable
    String token() {
        return isFragment() ? http.getRequestHeaders().getFirst("X-CSRF-Token") : form.get("_csrf");
    }

    Map<String, String> form() {
        return Map.copyOf(form);
    }

    String field(String name) {
        return form.getOrDefault(name, "");
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    Optional<Long> number(String name) {
        return query(name).map(Long::valueOf);
    }

    Optional<String> cookie(String name) {
        List<String> cookies = http.getRequestHeaders().getOrDefault("Cookie", List.of());
        return cookies.stream()
                .flatMap(line -> Arrays.stream(line.split("; ", -1)))
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1))
                .findFirst();
    }

    void header(String name, String value) {
        http.getResponseHeaders().set(name, value);
    }

    void problem(int status, String detail) throws IOException {
        String title = "{\"type\":\"about:blank\",\"title\":\"Refused\",\"status\":" + status;
        answer(status, "application/problem+json", title + ",\"detail\":\"" + detail + "\"}");
    }

    void redirect(URI to) throws IOException {
        header("Location", to.toString());
        answer(303, "text/plain", "");
    }

    void answer(int status, String type, String text) throws IOException {
        answer(status, type, text.getBytes(StandardCharsets.UTF_8));
    }

    void answer(int status, String type, byte[] content) throws IOException {
        header("Content-Type", type);
        http.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        if (content.length > 0) {
            http.getResponseBody().write(content);
        }
        http.close();
    }
}
