package io.larkdesk.app.webhooks;

import io.larkdesk.app.webhooks.GuardedSockets.ForbiddenException;
import io.larkdesk.core.webhook.ClaimDeliveries.Claim;
import io.larkdesk.core.webhook.Delivery;
import io.larkdesk.core.webhook.Delivery.Result;
import io.larkdesk.core.webhook.SettleDelivery.Outcome;
import io.larkdesk.core.webhook.WebhookPolicy;
import io.micronaut.json.JsonMapper;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/** Sends events. It follows no redirect, takes nothing from the answer but its status, and connects to the public network only. */
@Singleton
final class HttpWebhooks {

    private static final MediaType JSON = MediaType.get("application/json");
    private static final int GONE = 410;

    private final OkHttpClient client;
    private final JsonMapper json;

    HttpWebhooks(WebhookPolicy policy, JsonMapper json) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .proxy(Proxy.NO_PROXY)
                .callTimeout(Delivery.ATTEMPT_WITHIN);
        this.client = (policy.allowsPrivate() ? builder : builder.socketFactory(new GuardedSockets())).build();
        this.json = json;
    }

    /** Sends one. */
    Outcome send(Claim claim) {
        long began = System.nanoTime();
        try (Response response = client.newCall(request(claim)).execute()) {
            Result result =
                    response.isSuccessful() ? Result.TAKEN : response.code() == GONE ? Result.GONE : Result.REFUSED;
            return new Outcome(result, Optional.of(response.code()), since(began));
        } catch (ForbiddenException e) {
            return new Outcome(Result.FORBIDDEN, Optional.empty(), since(began));
        } catch (IOException e) {
            return new Outcome(Result.NO_ANSWER, Optional.empty(), since(began));
        }
    }

    private Request request(Claim claim) {
        String id = "msg_" + claim.delivery().id();
        long seconds = claim.now().getEpochSecond();
        String body = write(EventBody.of(claim));
        return new Request.Builder()
                .url(claim.url().toString())
                .header("User-Agent", "Larkdesk-Webhooks")
                .header("webhook-id", id)
                .header("webhook-timestamp", Long.toString(seconds))
                .header("webhook-signature", Signature.of(id, seconds, body, claim.secrets()))
                .post(RequestBody.create(body.getBytes(StandardCharsets.UTF_8), JSON))
                .build();
    }

    private String write(EventBody body) {
        try {
            return json.writeValueAsString(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @PreDestroy
    void close() {
        client.connectionPool().evictAll();
    }
}
