package io.larkdesk.sandbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/** A sandbox of its own for a test, on a clock that stands still, and a plain HTTP client to it. */
final class Sandbox implements AutoCloseable {

    static final String CALLBACK = "https://desk.example/thirdparty/lark/cb";
    static final String CARD =
            "{\"schema\":\"2.0\",\"body\":{\"elements\":[{\"tag\":\"markdown\",\"content\":\"hello\"}]}}";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** Distinct app ids, because Lark's SDK keeps its tokens by app id for the whole process. */
    private static final AtomicInteger APPS = new AtomicInteger();

    final TestClock clock = new TestClock();
    final String app = "cli_test" + APPS.incrementAndGet();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final LarkSandbox sandbox;

    Sandbox() {
        this(new SplittableRandom(42));
    }

    private Sandbox(SplittableRandom random) {
        try {
            sandbox = LarkSandbox.start(0, clock, synchronizedOn(random));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RandomGenerator synchronizedOn(SplittableRandom random) {
        return () -> {
            synchronized (random) {
                return random.nextLong();
            }
        };
    }

    /** A sandbox with the test's app in the organisation Acme, and Ann (ou_ann) and Bob (ou_bob) in it. */
    static Sandbox withApp() {
        Sandbox sandbox = new Sandbox();
        sandbox.app(settings -> settings.putArray("redirect_urls").add(CALLBACK));
        sandbox.person("ou_ann", "Ann");
        sandbox.person("ou_bob", "Bob");
        return sandbox;
    }

    String baseUrl() {
        return sandbox.baseUrl();
    }

    String feishuBaseUrl() {
        return sandbox.feishuBaseUrl();
    }

    interface Settings {
        void fill(ObjectNode settings);
    }

    /** Posts the test's app with these settings besides its id, secret and organisation. */
    Answer app(Settings settings) {
        return app(app, settings);
    }

    Answer app(String appId, Settings settings) {
        ObjectNode body = MAPPER.createObjectNode()
                .put("app_id", appId)
                .put("app_secret", "secret")
                .put("organisation", "Acme");
        settings.fill(body);
        return control("/sandbox/apps", body.toString());
    }

    Answer person(String openId, String name) {
        return person(openId, name, body -> {});
    }

    Answer person(String openId, String name, Settings settings) {
        ObjectNode body = MAPPER.createObjectNode()
                .put("app_id", app)
                .put("open_id", openId)
                .put("name", name);
        settings.fill(body);
        return control("/sandbox/people", body.toString());
    }

    Answer control(String path, String body) {
        return send(json(request(path), "POST", body));
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer fault(String body) {
        return control("/sandbox/faults", body);
    }

    String tenantToken() {
        return token(app);
    }

    String token(String appId) {
        return control("/open-apis/auth/v3/tenant_access_token/internal", credentials(appId, "secret"))
                .json()
                .path("tenant_access_token")
                .asText();
    }

    static String credentials(String appId, String secret) {
        return MAPPER.createObjectNode()
                .put("app_id", appId)
                .put("app_secret", secret)
                .toString();
    }

    /** Calls an API of the platform with the app's tenant token. */
    Answer call(String method, String path, String body) {
        return call(method, path, body, tenantToken());
    }

    Answer call(String method, String path, String body, String token) {
        return send(json(request("/open-apis" + path).header("Authorization", "Bearer " + token), method, body));
    }

    Answer call(String method, String path, Settings body) {
        return call(method, path, object(body));
    }

    static String object(Settings body) {
        ObjectNode node = MAPPER.createObjectNode();
        body.fill(node);
        return node.toString();
    }

    Answer sendCard(String openId, String card) {
        return sendCard(openId, card, "");
    }

    Answer sendCard(String openId, String card, String uuid) {
        return call("POST", "/im/v1/messages?receive_id_type=open_id", message(openId, card, uuid));
    }

    static String message(String openId, String card, String uuid) {
        return object(body -> body.put("receive_id", openId)
                .put("msg_type", "interactive")
                .put("content", card)
                .put("uuid", uuid));
    }

    Answer authorize(String parameters) {
        return get(
                "/open-apis/authen/v1/authorize?client_id=" + app + "&redirect_uri=" + encode(CALLBACK) + parameters);
    }

    /** The code that a person allowed, for the usual redirect URL. */
    String codeOf(String openId) {
        return codeIn(authorize("&sandbox_open_id=" + openId));
    }

    static String codeIn(Answer redirect) {
        return redirect.header("Location").replaceFirst(".*[?&]code=([^&#]*).*", "$1");
    }

    String exchange(String code) {
        return object(body -> body.put("grant_type", "authorization_code")
                .put("client_id", app)
                .put("client_secret", "secret")
                .put("code", code)
                .put("redirect_uri", CALLBACK));
    }

    Answer token(Settings change, String code) throws IOException {
        ObjectNode body = (ObjectNode) MAPPER.readTree(exchange(code));
        change.fill(body);
        return control("/open-apis/authen/v2/oauth/token", body.toString());
    }

    String userToken(String openId) {
        return control("/open-apis/authen/v2/oauth/token", exchange(codeOf(openId)))
                .json()
                .path("access_token")
                .asText();
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(baseUrl() + path)).timeout(Duration.ofSeconds(10));
    }

    static HttpRequest.Builder json(HttpRequest.Builder request, String method, String body) {
        return request.header("Content-Type", "application/json; charset=utf-8")
                .method(method, BodyPublishers.ofString(body));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            return trySend(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer trySend(HttpRequest.Builder request) throws IOException {
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofString()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
