package io.larkdesk.lark.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.TimeUnit;

/** An app's tenant_access_token. Has no text form, and is equal to itself only, so that a newer one is told from it. */
final class AppToken {

    private static final long LONGEST = TimeUnit.DAYS.toSeconds(1);
    /** With less than half an hour left Lark gives out a new token; until then it would be this one again. */
    private static final long RENEWED_WITH_LEFT = TimeUnit.MINUTES.toSeconds(29);

    private static final long SPARE = TimeUnit.MINUTES.toSeconds(1);

    private final String value;
    private final long renewFrom;
    private final long usableUntil;

    private AppToken(String value, long renewFrom, long usableUntil) {
        this.value = value;
        this.renewFrom = renewFrom;
        this.usableUntil = usableUntil;
    }

    /** Reads Lark's answer, given at {@code now} in nanoseconds; refuses one without a token or its remaining lifetime. */
    static AppToken read(JsonNode answer, long now) {
        long left = Math.min(answer.path("expire").asLong(0), LONGEST);
        if (left <= 0) {
            throw new IllegalArgumentException("expire is not positive");
        }
        return new AppToken(
                Json.token(answer, "tenant_access_token"),
                now + TimeUnit.SECONDS.toNanos(Math.max(left - RENEWED_WITH_LEFT, left / 2)),
                now + TimeUnit.SECONDS.toNanos(left - SPARE));
    }

    String value() {
        return value;
    }

    boolean isUsableAt(long now) {
        return now - usableUntil < 0;
    }

    /** Whether Lark would give out a new one by now. */
    boolean isDueAt(long now) {
        return now - renewFrom >= 0;
    }
}
