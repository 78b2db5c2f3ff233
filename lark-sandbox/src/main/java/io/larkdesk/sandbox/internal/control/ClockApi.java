package io.larkdesk.sandbox.internal.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larkdesk.sandbox.internal.http.Reply;
import io.larkdesk.sandbox.internal.http.Request;
import io.larkdesk.sandbox.internal.json.Json;
import io.larkdesk.sandbox.internal.platform.PlatformClock;
import java.time.Duration;
import java.time.format.DateTimeParseException;

/** {@code /sandbox/clock}: shows the platform's time and moves it forward. */
final class ClockApi {

    private static final Duration FARTHEST = Duration.ofDays(3660);

    private record Posted(String advance) {}

    private final PlatformClock clock;

    ClockApi(PlatformClock clock) {
        this.clock = clock;
    }

    Reply show(Request request) {
        return Reply.json(200, Json.object().put("now", MessagesApi.millis(clock.now())));
    }

    Reply advance(Request request) {
        ObjectNode given = Input.object(request);
        Input.text(given, "advance");
        Duration by = parse(Input.read(given, Posted.class).advance());
        if (by.isNegative() || by.compareTo(FARTHEST) > 0) {
            throw new BadField("advance", "must go forward, and by at most " + FARTHEST + " at once");
        }
        clock.advance(by);
        return show(request);
    }

    private static Duration parse(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new BadField("advance", "must be an ISO 8601 duration such as PT1H, not " + text);
        }
    }
}
