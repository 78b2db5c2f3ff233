package io.larkdesk.faults;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person's browser. Behind the one address that it knows stand several nodes, which take its requests at random. */
final class Browser {

    private static final int MOST_REDIRECTS = 10;

    /** What no answer says, whatever goes wrong. */
    private static final Pattern INNARDS = Pattern.compile("Exception|SQLSTATE|postgresql|jdbc:|\\bat io\\.larkdesk");

    private final String openId;
    private final List<URI> nodes;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    /** The browser of whom Lark knows as {@code openId}. */
    Browser(String openId, List<URI> nodes) {
        this.openId = openId;
        this.nodes = List.copyOf(nodes);
    }

    /** Goes to a page and wherever that leads; at Lark the person says yes. */
    HttpResponse<String> open(String path) throws IOException {
        String next = path;
        for (int i = 0; i < MOST_REDIRECTS; i++) {
            HttpResponse<String> answer = get(next);
            if (answer.statusCode() != 303) {
                return answer;
            }
            String location = answer.headers().firstValue("Location").orElseThrow();
            next = location.contains("/open-apis/") ? consent(location) : location;
        }
        throw new IllegalStateException("led in circles, to " + next);
    }

    private String consent(String larksPage) throws IOException {
        HttpResponse<String> answer =
                Web.send(HttpRequest.newBuilder(URI.create(larksPage + "&sandbox_open_id=" + openId)));
        URI back = URI.create(
                answer.headers().firstValue("Location").orElseThrow(() -> new IllegalStateException(answer.body())));
        return back.getRawPath() + "?" + back.getRawQuery();
    }

    private HttpResponse<String> get(String path) throws IOException {
        return send(request(anyNode(), path));
    }

    /** Sends a form as the page's script does. */
    HttpResponse<String> post(String path, Map<String, String> form, String csrf) throws IOException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(anyNode(), path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("X-Fragment", "1")
                .header("X-CSRF-Token", csrf)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Opens a stream of events at {@code node}, which goes on where {@code position} is. */
    HttpResponse<InputStream> stream(URI node, String path, String position) throws IOException {
        return Web.send(
                request(node, path)
                        .timeout(Web.WITHIN)
                        .setHeader("Accept", "text/event-stream")
                        .header("Last-Event-ID", position),
                HttpResponse.BodyHandlers.ofInputStream());
    }

    /** In turn would be a trap: who writes and then reads would come to a dead node with each other request for ever. */
    private URI anyNode() {
        return nodes.get(ThreadLocalRandom.current().nextInt(nodes.size()));
    }

    private HttpRequest.Builder request(URI node, String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(node.resolve(path))
                .header("Accept", "text/html")
                .header("Accept-Language", "en");
        if (!cookies.isEmpty()) {
            String all = cookies.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; "));
            request.header("Cookie", all);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        HttpResponse<String> answer = Web.send(request);
        if (answer.statusCode() >= 400 && INNARDS.matcher(answer.body()).find()) {
            throw new IllegalStateException("tells of its innards: " + answer.statusCode() + " " + answer.body());
        }
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        return answer;
    }

    private void keep(String header) {
        String[] cookie = header.split(";", 2)[0].split("=", 2);
        if (header.contains("Max-Age=0;")) {
            cookies.remove(cookie[0]);
        } else {
            cookies.put(cookie[0], cookie[1]);
        }
    }
}
