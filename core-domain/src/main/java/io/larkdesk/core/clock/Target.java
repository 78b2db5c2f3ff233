package io.larkdesk.core.clock;

import java.time.Duration;
import java.util.Optional;

/**
 * How long the service team may take with a ticket, in working time.
 *
 * @param response for the first answer; empty where nothing is promised
 * @param resolution until it is resolved; empty where nothing is promised
 */
public record Target(Optional<Duration> response, Optional<Duration> resolution) {

    /** The longest that can be promised. */
    public static final Duration LONGEST = Duration.ofDays(366);

    /** Nothing is promised. */
    public static final Target NONE = new Target(Optional.empty(), Optional.empty());

    /** Refuses times below a minute and above the longest, and an answer that may take longer than the rest. */
    public Target {
        response.ifPresent(time -> requireTime("response", time));
        resolution.ifPresent(time -> requireTime("resolution", time));
        if (response.isPresent() && resolution.isPresent() && response.get().compareTo(resolution.get()) > 0) {
            throw new IllegalArgumentException("response is longer than resolution: " + response.get());
        }
    }

    private static void requireTime(String name, Duration time) {
        if (!isTime(time)) {
            throw new IllegalArgumentException(name + " is not a minute to " + LONGEST.toDays() + " days: " + time);
        }
    }

    /** Whether {@code time} can be promised. */
    public static boolean isTime(Duration time) {
        return time.compareTo(Duration.ofMinutes(1)) >= 0 && time.compareTo(LONGEST) <= 0;
    }

    /** How long it may take to {@code goal}. */
    public Optional<Duration> of(Goal goal) {
        return switch (goal) {
            case RESPONSE -> response;
            case RESOLUTION -> resolution;
        };
    }
}
