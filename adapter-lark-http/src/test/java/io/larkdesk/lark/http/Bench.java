package io.larkdesk.lark.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.person.OpenId;
import io.larkdesk.core.tenant.Brand;
import io.larkdesk.lark.LarkResult;
import io.larkdesk.lark.SentMessage;
import io.larkdesk.lark.TenantInfo;
import io.larkdesk.lark.UserInfo;
import io.larkdesk.lark.UserToken;
import io.larkdesk.sandbox.LarkSandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A sandbox with the sample app and Ann in it, and the adapter in front of it. */
final class Bench implements AutoCloseable {

    static final String TOKEN_PATH = "/auth/v3/tenant_access_token/internal";
    static final String SEND_PATH = "/im/v1/messages";
    static final String TENANT_PATH = "/tenant/v2/tenant/query";
    static final String EXCHANGE_PATH = "/authen/v2/oauth/token";
    static final String USER_INFO_PATH = "/authen/v1/user_info";

    final RecordingMeter meter = new RecordingMeter();
    final Heard heard = new Heard();

    final HttpLark lark;
    private final AtomicLong aheadNanos = new AtomicLong();
    private final LarkSandbox sandbox;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    Bench() {
        try {
            sandbox = LarkSandbox.start(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lark = HttpLark.builder(meter)
                .hosts(brand -> Samples.hosts(brand == Brand.LARK ? sandbox.baseUrl() : sandbox.feishuBaseUrl()))
                .listener(heard)
                .nanos(() -> System.nanoTime() + aheadNanos.get())
                .build();
        app(settings -> settings.putArray("redirect_urls").add(Samples.CALLBACK.toString()));
        person(Samples.ANN.value(), person -> person.put("name", "Ann").put("en_name", "Ann Example"));
    }

    LarkResult<SentMessage> send() {
        return lark.sendCard(Samples.APP, Samples.toAnn(), CallPurpose.REMINDER, Samples.SOON);
    }

    LarkResult<SentMessage> sendTo(String openId) {
        return lark.sendCard(Samples.APP, Samples.to(new OpenId(openId)), CallPurpose.REMINDER, Samples.SOON);
    }

    LarkResult<TenantInfo> queryTenant() {
        return lark.queryTenant(Samples.APP, CallPurpose.SETUP, Samples.SOON);
    }

    LarkResult<UserToken> exchange(String code) {
        return lark.exchangeCode(Samples.APP, Samples.exchange(code), Samples.SOON);
    }

    LarkResult<UserInfo> userInfo(UserToken token) {
        return lark.userInfo(Samples.APP, token, Samples.SOON);
    }

    UserToken tokenOfAnn() {
        return Results.value(exchange(codeOf(Samples.ANN.value())));
    }

    /** Changes the app's settings. */
    void app(Consumer<ObjectNode> change) {
        ObjectNode body = Json.object()
                .put("app_id", Samples.APP.id().value())
                .put("app_secret", Samples.SECRET)
                .put("organisation", "Harbour Retail Group");
        change.accept(body);
        post("/sandbox/apps", body);
    }

    void organisation(Consumer<ObjectNode> change) {
        ObjectNode body = Json.object().put("organisation", "Harbour Retail Group");
        change.accept(body);
        post("/sandbox/organisations", body);
    }

    void person(String openId, Consumer<ObjectNode> change) {
        ObjectNode body = Json.object().put("app_id", Samples.APP.id().value()).put("open_id", openId);
        body.put("name", openId);
        change.accept(body);
        post("/sandbox/people", body);
    }

    void fault(String path, Consumer<ObjectNode> what) {
        ObjectNode body = Json.object().put("path", path);
        what.accept(body);
        post("/sandbox/faults", body);
    }

    void code(String path, int code) {
        fault(path, fault -> fault.put("code", code));
    }

    /** Lets time pass on both sides. */
    void advance(Duration by) {
        advanceOurs(by);
        post("/sandbox/clock", Json.object().put("advance", by.toString()));
    }

    /** Lets time pass on our side only. */
    void advanceOurs(Duration by) {
        aheadNanos.addAndGet(by.toNanos());
    }

    /** The code that a person allowed. */
    String codeOf(String openId) {
        String location = request("/open-apis/authen/v1/authorize?client_id=" + Samples.APP.id() + "&redirect_uri="
                        + URLEncoder.encode(Samples.CALLBACK.toString(), StandardCharsets.UTF_8)
                        + "&code_challenge_method=S256&code_challenge=" + challenge() + "&sandbox_open_id=" + openId)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        return location.replaceFirst(".*[?&]code=([^&#]*).*", "$1");
    }

    /** Messages that arrived at Ann. */
    JsonNode messages() {
        return json(request("/sandbox/messages?app_id=" + Samples.APP.id() + "&open_id=" + Samples.ANN))
                .path("messages");
    }

    /** How many calls of this API the sandbox saw and answered. */
    int calls(String path) {
        JsonNode byPath =
                json(request("/sandbox/calls?app_id=" + Samples.APP.id())).path("by_path");
        int calls = 0;
        for (var entry : byPath.properties()) {
            calls += entry.getKey().contains(path) ? entry.getValue().asInt() : 0;
        }
        return calls;
    }

    /** How many calls Lark counted. */
    int counted() {
        return json(request("/sandbox/calls?app_id=" + Samples.APP.id()))
                .path("counted")
                .asInt();
    }

    private static String challenge() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(Samples.VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void post(String path, ObjectNode body) {
        exchange(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path))
                .POST(BodyPublishers.ofString(body.toString())));
    }

    private HttpResponse<String> request(String path) {
        return exchange(HttpRequest.newBuilder(URI.create(sandbox.baseUrl() + path)));
    }

    private HttpResponse<String> exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    http.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
            if (response.statusCode() >= 400) {
                throw new AssertionError(response.statusCode() + " " + response.body());
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return Json.MAPPER.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        lark.close();
        sandbox.close();
    }
}
