package io.larkdesk.sandbox.internal.faults;

import io.larkdesk.sandbox.internal.http.Delivery;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.json.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What goes wrong with a call.
 *
 * @param path a beginning of the API's path, or a whole path with {@code *} for any text; with or without
 *     {@code /open-apis}
 * @param appId whose calls; empty for everyone's
 * @param status the HTTP status of a refusal; 0 where the call is not refused
 * @param code the business code of a refusal
 * @param drip the time between two bytes of the answer
 */
public record Fault(
        String path,
        String appId,
        int status,
        int code,
        Map<String, String> headers,
        Duration delay,
        Duration drip,
        Malformation malformed,
        Drop drop) {

    public Fault {
        headers = new LinkedHashMap<>(headers);
    }

    boolean concerns(String calledPath, String callingApp) {
        return (appId.isEmpty() || appId.equals(callingApp))
                && (fits(calledPath) || fits(calledPath.replaceFirst("^/open-apis", "")));
    }

    private boolean fits(String calledPath) {
        return path.contains("*") ? glob(path, calledPath) : calledPath.startsWith(path);
    }

    private static boolean glob(String pattern, String text) {
        String[] parts = pattern.split("\\*", -1);
        if (!text.startsWith(parts[0])) {
            return false;
        }
        int from = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            int at = text.indexOf(parts[i], from);
            if (at < 0) {
                return false;
            }
            from = at + parts[i].length();
        }
        String last = parts[parts.length - 1];
        return text.length() - last.length() >= from && text.endsWith(last);
    }

    /** Whether the call is lost before the platform sees it. */
    public boolean strikesBefore() {
        return drop == Drop.BEFORE;
    }

    /** The answer in the place of the API's, where the fault refuses the call. */
    public Optional<Reply> refusal(String logId) {
        if (status == 0) {
            return Optional.empty();
        }
        var body = Json.object().put("code", code).put("msg", "refused by a fault of the sandbox");
        body.set("error", Json.object().put("log_id", logId));
        Reply reply = Reply.json(status, body);
        if (code == 99991400) {
            reply = reply.with("x-ogw-ratelimit-limit", "50").with("x-ogw-ratelimit-reset", "1");
        }
        return Optional.of(reply);
    }

    /** The answer with the fault's headers, spoilt, late or lost. */
    public Reply shape(Reply reply) {
        Reply shaped = reply;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            shaped = shaped.with(header.getKey(), header.getValue());
        }
        return malformed.spoil(shaped).with(new Delivery(delay, drip, drop != Drop.NONE));
    }
}
