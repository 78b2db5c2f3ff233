package io.larkdesk.app;

import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser that keeps cookies by name, asks for pages, and follows no redirect by itself. */
public final class TestBrowser {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern PROOF = Pattern.compile("name=\"_csrf\" value=\"([A-Za-z0-9_-]+)\"");

    /** The customers of the demo, by their apps, as nobody of another customer may ever read of them. */
    private static final Map<String, String> CUSTOMERS =
            Map.of("cli_harbour", "Harbour Retail Group", "cli_meridian", "Meridian Labs");

    private final URI node;
    private final Set<String> apps = ConcurrentHashMap.newKeySet();
    private final Map<String, String> cookies = new ConcurrentHashMap<>();

    /** A browser without cookies that asks {@code node}, wherever that is found in public. */
    public TestBrowser(RunningDesk.Node node) {
        this.node =
                URI.create("http://127.0.0.1:" + node.bean(EmbeddedServer.class).getPort());
    }

    /** What came back. */
    public record Answer(HttpResponse<String> http) {

        /** The status. */
        public int status() {
            return http.statusCode();
        }

        /** The body. */
        public String body() {
            return http.body();
        }

        /** The header's first value, empty if there is none. */
        public String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        /** All values of the header. */
        public List<String> headers(String name) {
            return http.headers().allValues(name);
        }

        /** Where a redirect leads. */
        public String location() {
            return header("Location");
        }

        /** What a page's title says. */
        public String title() {
            Matcher title = Pattern.compile("<h1>(.*?)</h1>").matcher(body());
            return title.find() ? title.group(1) : "";
        }

        /** What the page's forms carry. */
        public Optional<String> proof() {
            Matcher proof = PROOF.matcher(body());
            return proof.find() ? Optional.of(proof.group(1)) : Optional.empty();
        }
    }

    /** The cookies that it keeps, by name. */
    public Map<String, String> cookies() {
        return cookies;
    }

    /** Asks for a page; {@code headers} are names and values in turn. */
    public Answer get(String path, String... headers) {
        return send("GET", path, HttpRequest.BodyPublishers.noBody(), headers);
    }

    /** Sends a form; {@code headers} are names and values in turn. */
    public Answer post(String path, Map<String, String> form, String... headers) {
        String body = form.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        String[] all = new String[headers.length + 2];
        all[0] = "Content-Type";
        all[1] = "application/x-www-form-urlencoded";
        System.arraycopy(headers, 0, all, 2, headers.length);
        return send("POST", path, HttpRequest.BodyPublishers.ofString(body), all);
    }

    /** Sends anything; a header that is given replaces the usual one. */
    public Answer send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(node + path)).method(method, body);
        request.header("Accept", "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8");
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        Answer answer = new Answer(exchange(request.build()));
        answer.headers("Set-Cookie").forEach(this::keep);
        requireNothingOfOthers(path, answer);
        return answer;
    }

    /** Whatever a test is about: who is a customer's is told nothing of another customer. */
    private void requireNothingOfOthers(String path, Answer answer) {
        if (apps.isEmpty() || !CUSTOMERS.keySet().containsAll(apps)) {
            return;
        }
        CUSTOMERS.forEach((app, organisation) -> {
            if (!apps.contains(app) && (answer.body() + answer.http().headers()).contains(organisation)) {
                throw new AssertionError(path + " told " + apps + " of " + organisation + ": " + answer.body());
            }
        });
    }

    private void keep(String header) {
        String[] pair = header.split(";", 2)[0].split("=", 2);
        if (header.contains("Max-Age=0;")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    /** Begins to sign in: the address of Lark's page. */
    public URI beginSignIn(String app, String next) {
        Answer login = get("/thirdparty/lark/" + app + "/login?next=" + encode(next));
        if (login.status() != 303) {
            throw new IllegalStateException("login: " + login.status() + " " + login.title());
        }
        return URI.create(login.location());
    }

    /** What Lark does when {@code openId} says yes: the path to which the browser is sent back. */
    public static String consent(URI larksPage, String openId) {
        return back(URI.create(larksPage + "&sandbox_open_id=" + openId));
    }

    /** What Lark does when somebody says no: the path to which the browser is sent back. */
    public static String deny(URI larksPage) {
        return back(URI.create(larksPage + "&sandbox_deny=1"));
    }

    private static String back(URI larksPage) {
        HttpResponse<String> answer = exchange(HttpRequest.newBuilder(larksPage).build());
        URI back = URI.create(
                answer.headers().firstValue("Location").orElseThrow(() -> new IllegalStateException(answer.body())));
        return back.getRawPath() + "?" + back.getRawQuery();
    }

    /** Signs in, and says what came of it. */
    public Answer signIn(String app, String openId, String next) {
        apps.add(app);
        return get(consent(beginSignIn(app, next), openId));
    }

    /** Signs in as {@code openId}, to the app's workbench. */
    public Answer signIn(String app, String openId) {
        return signIn(app, openId, "/lark/" + app + "/workbench");
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static HttpResponse<String> exchange(HttpRequest request) {
        try {
            return CLIENT.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
