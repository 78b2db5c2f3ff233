package io.larkdesk.sandbox.internal.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.faults.Drop;
import io.larkdesk.sandbox.internal.faults.Fault;
import io.larkdesk.sandbox.internal.faults.Faults;
import io.larkdesk.sandbox.internal.faults.Malformation;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.http.Request;
import io.larkdesk.sandbox.internal.json.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** {@code /sandbox/faults}: what shall go wrong with the next calls. */
final class FaultsApi {

    private static final long LONGEST_MILLIS = Duration.ofHours(1).toMillis();
    private static final Duration USUAL_DRIP = Duration.ofMillis(100);

    /** What may be posted. */
    record Posted(
            String path,
            String appId,
            long times,
            long every,
            int status,
            int code,
            Map<String, String> headers,
            long delayMs,
            JsonNode drip,
            JsonNode malformed,
            Drop drop) {}

    private final Faults faults;

    FaultsApi(Faults faults) {
        this.faults = faults;
    }

    Reply post(Request request) {
        ObjectNode all = defaults();
        all.setAll(Input.object(request));
        String path = Input.text(all, "path");
        if (!path.startsWith("/") && !path.startsWith("*")) {
            throw new BadField("path", "must begin with / or *, not be " + path);
        }
        Input.number(all, "times", 1, Integer.MAX_VALUE);
        Input.number(all, "every", 1, Integer.MAX_VALUE);
        Input.number(all, "delay_ms", 0, LONGEST_MILLIS);
        Input.number(all, "code", 0, Integer.MAX_VALUE);
        if (Input.number(all, "status", 0, 599) != 0) {
            Input.number(all, "status", 200, 599);
        }
        Posted posted = Input.read(all, Posted.class);
        faults.add(fault(posted), posted.times(), posted.every());
        return Reply.json(200, list());
    }

    Reply list(Request request) {
        return Reply.json(200, list());
    }

    Reply delete(Request request) {
        return Reply.json(200, Json.object().put("removed", faults.clear()));
    }

    private static ObjectNode defaults() {
        ObjectNode defaults = Json.object()
                .put("app_id", "")
                .put("times", 1)
                .put("every", 1)
                .put("status", 0)
                .put("code", 0)
                .put("delay_ms", 0)
                .put("drip", false)
                .put("malformed", false)
                .put("drop", "none");
        defaults.putObject("headers");
        return defaults;
    }

    private static Fault fault(Posted posted) {
        boolean refuses = posted.status() != 0 || posted.code() != 0;
        if (refuses && posted.drop() != Drop.NONE) {
            throw new BadField("drop", "a lost connection carries neither status nor code");
        }
        int status = refuses ? status(posted) : 0;
        if (refuses && status < 300 && posted.code() == 0) {
            throw new BadField("status", "a refusal with status " + status + " needs a code");
        }
        Map<String, String> headers = new LinkedHashMap<>(posted.headers());
        return new Fault(
                posted.path(),
                posted.appId(),
                status,
                refuses ? code(posted, status) : 0,
                headers,
                Duration.ofMillis(posted.delayMs()),
                drip(posted.drip()),
                malformation(posted.malformed()),
                posted.drop());
    }

    /** The HTTP status with which Lark answers this code, where none was asked for. */
    private static int status(Posted posted) {
        if (posted.status() != 0) {
            return posted.status();
        }
        return switch (posted.code()) {
            case 99991400, 99991403 -> 429;
            case 10003, 10014 -> 200;
            default -> 400;
        };
    }

    private static int code(Posted posted, int status) {
        if (posted.code() != 0) {
            return posted.code();
        }
        return status == 429 ? 99991400 : status >= 500 ? 5000 : 9499;
    }

    private static Duration drip(JsonNode drip) {
        if (drip.isBoolean()) {
            return drip.booleanValue() ? USUAL_DRIP : Duration.ZERO;
        }
        if (drip.isIntegralNumber() && drip.longValue() > 0 && drip.longValue() <= LONGEST_MILLIS) {
            return Duration.ofMillis(drip.longValue());
        }
        throw new BadField("drip", "must be true, false or the milliseconds between two bytes, not " + drip);
    }

    private static Malformation malformation(JsonNode malformed) {
        if (malformed.isBoolean()) {
            return malformed.booleanValue() ? Malformation.TRUNCATED : Malformation.NONE;
        }
        return switch (malformed.asText("")) {
            case "truncated" -> Malformation.TRUNCATED;
            case "html" -> Malformation.HTML;
            case "empty" -> Malformation.EMPTY;
            default ->
                throw new BadField("malformed", "must be true, false, truncated, html or empty, not " + malformed);
        };
    }

    private ObjectNode list() {
        ObjectNode body = Json.object();
        var all = body.putArray("faults");
        faults.waiting().forEach(one -> all.addObject()
                .put("path", one.fault().path())
                .put("app_id", one.fault().appId())
                .put("times", one.times())
                .put("every", one.every())
                .put("status", one.fault().status())
                .put("code", one.fault().code())
                .put("delay_ms", one.fault().delay().toMillis())
                .put("drop", one.fault().drop().name().toLowerCase(Locale.ROOT)));
        return body;
    }
}
