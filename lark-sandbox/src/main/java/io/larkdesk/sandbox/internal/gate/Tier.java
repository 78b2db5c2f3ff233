package io.larkdesk.sandbox.internal.gate;

import java.time.Duration;
import java.util.List;

/** The frequency limit that Lark publishes for an API, for each app. */
public enum Tier {
    /** No limit is published, so none is kept. */
    UNPUBLISHED,
    /** 50 a second and 1000 a minute. */
    COMMON,
    HUNDRED_A_MINUTE;

    List<Limit> limits() {
        return switch (this) {
            case UNPUBLISHED -> List.of();
            case COMMON -> List.of(new Limit(50, Duration.ofSeconds(1)), new Limit(1000, Duration.ofMinutes(1)));
            case HUNDRED_A_MINUTE -> List.of(new Limit(100, Duration.ofMinutes(1)));
        };
    }
}
