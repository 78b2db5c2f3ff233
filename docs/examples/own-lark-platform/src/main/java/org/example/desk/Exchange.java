package org.example.desk;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.lark.oapi.core.httpclient.OkHttpTransport;
import com.lark.oapi.core.request.RawRequest;
import com.lark.oapi.core.response.RawResponse;
import com.lark.oapi.okhttp.OkHttpClient;
import io.larkdesk.core.budget.CallPurpose;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.lark.CallMeter;
import io.larkdesk.lark.LarkCodes;
import io.larkdesk.lark.LarkError;
import io.larkdesk.lark.LarkError.Kind;
import io.larkdesk.lark.LarkResult;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One call of the desk, from the first of its HTTP requests to the last: its time, what it costs, and how it stands. */
final class Exchange {

    private static final int REFUSED = 400;
    private static final int SERVER_FAULT = 500;

    private final CallMeter meter;
    private final TenantId tenant;
    private final CallPurpose purpose;
    private final long deadline;
    private LarkResult<RawResponse> stand =
            new LarkResult.Failure<>(error(Kind.NOT_SENT, 0, "nothing was sent", "", Duration.ZERO));

    Exchange(CallMeter meter, TenantId tenant, CallPurpose purpose, Duration within) {
        this.meter = meter;
        this.tenant = tenant;
        this.purpose = purpose;
        this.deadline = System.nanoTime() + within.toNanos();
    }

    /** How it stands when no request comes any more: a success of the last one, or why not. */
    LarkResult<RawResponse> stand() {
        return stand;
    }

    /** Sends one request, of which the SDK makes more than one for a call that needs a token. */
    RawResponse send(OkHttpClient http, RawRequest request) throws Exception {
        Duration left = Duration.ofNanos(deadline - System.nanoTime());
        if (left.isNegative() || left.isZero()) {
            throw notSent("no time left");
        }
        Optional<CallMeter.Charge> charge = Optional.empty();
        if (isCounted(request)) {
            charge = meter.take(tenant, purpose);
            if (charge.isEmpty()) {
                stand = failure(Kind.METER_REFUSED, 0, "the budget does not allow it", "", Duration.ZERO);
                throw new IllegalStateException("the budget does not allow it");
            }
        }
        stand = new LarkResult.Unknown<>("no answer");
        try {
            RawResponse answer =
                    new OkHttpTransport(http.newBuilder().callTimeout(left).build()).execute(request);
            settle(answer, charge);
            return answer;
        } catch (ConnectException e) {
            charge.ifPresent(CallMeter.Charge::giveBack);
            throw notSent("no connection");
        }
    }

    /** All are but those that make tokens, and those of a sign-in. */
    private static boolean isCounted(RawRequest request) {
        return !request.getReqUrl().contains("/open-apis/auth");
    }

    private IllegalStateException notSent(String why) {
        stand = failure(Kind.NOT_SENT, 0, why, "", Duration.ZERO);
        return new IllegalStateException(why);
    }

    private void settle(RawResponse answer, Optional<CallMeter.Charge> charge) {
        Optional<JsonObject> body = json(answer).filter(json -> json.has("code"));
        if (body.isEmpty()) {
            stand = new LarkResult.Unknown<>("HTTP " + answer.getStatusCode() + " without a code");
            return;
        }
        int code = body.get().get("code").getAsInt();
        if (code == 0) {
            stand = new LarkResult.Success<>(answer);
            return;
        }
        Kind kind = LarkCodes.kind(code)
                .orElse(answer.getStatusCode() >= SERVER_FAULT ? Kind.SERVER_ERROR : Kind.UNRECOGNISED);
        stand = failure(
                kind,
                code,
                text(body.get(), "msg"),
                header(answer, "x-tt-logid").orElse(""),
                pause(answer));
        if (code == LarkCodes.QUOTA) {
            charge.ifPresent(CallMeter.Charge::exhaust);
        } else if (answer.getStatusCode() >= REFUSED) {
            charge.ifPresent(CallMeter.Charge::giveBack);
        }
    }

    private static LarkResult<RawResponse> failure(
            Kind kind, int code, String message, String requestId, Duration pause) {
        return new LarkResult.Failure<>(error(kind, code, message, requestId, pause));
    }

    private static LarkError error(Kind kind, int code, String message, String requestId, Duration pause) {
        return new LarkError(kind, code, message, requestId, pause);
    }

    private static Duration pause(RawResponse answer) {
        return header(answer, "x-ogw-ratelimit-reset")
                .filter(seconds -> seconds.matches("[0-9]{1,5}"))
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(Duration.ZERO);
    }

    private static Optional<String> header(RawResponse answer, String name) {
        return answer.getHeaders().entrySet().stream()
                .filter(header -> name.equalsIgnoreCase(header.getKey()))
                .map(Map.Entry<String, List<String>>::getValue)
                .flatMap(List::stream)
                .findFirst();
    }

    private static Optional<JsonObject> json(RawResponse answer) {
        try {
            return Optional.of(JsonParser.parseString(new String(answer.getBody(), StandardCharsets.UTF_8)))
                    .filter(element -> element.isJsonObject())
                    .map(element -> element.getAsJsonObject());
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    private static String text(JsonObject object, String field) {
        return object.has(field) ? object.get(field).getAsString() : "";
    }
}
