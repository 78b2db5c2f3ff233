package io.larkdesk.app.console.plans;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How people write a time in hours and minutes: {@code 4 h}, {@code 1 h 30 min}, {@code 90 min}, {@code 1:30}, {@code 2 小时}. */
final class Amount {

    private static final Pattern WORDS =
            Pattern.compile("(?:(\\d{1,5})\\s*(?:h|小时))?\\s*(?:(\\d{1,6})\\s*(?:min|m|分钟|分))?");
    private static final Pattern CLOCK = Pattern.compile("(\\d{1,5}):([0-5]\\d)");

    private Amount() {}

    /** The time; empty if {@code text} is none. */
    static Optional<Duration> parse(String text) {
        Matcher clock = CLOCK.matcher(text.strip());
        if (clock.matches()) {
            return Optional.of(time(clock));
        }
        Matcher words = WORDS.matcher(text.strip());
        return text.isBlank() || !words.matches() ? Optional.empty() : Optional.of(time(words));
    }

    private static Duration time(Matcher found) {
        return Duration.ofHours(number(found.group(1))).plusMinutes(number(found.group(2)));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
