package io.larkdesk.lark.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import okhttp3.Response;

/**
 * Reads how long an answer asks to wait: Lark's own header before the one of HTTP.
 *
 * @see <a href="https://open.feishu.cn/document/server-docs/api-call-guide/frequency-control">Lark's limits</a>
 */
final class Pause {

    /** Lark counts by the minute at most; after one it is asked again, however long it told to wait. */
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private Pause() {}

    /** Zero if the answer asks for none, or for one that has passed; at most a minute. */
    static Duration askedBy(Response response) {
        Duration asked = header(response, "x-ogw-ratelimit-reset")
                .flatMap(Pause::seconds)
                .or(() -> header(response, "Retry-After")
                        .flatMap(value -> seconds(value).or(() -> until(value, response))))
                .orElse(Duration.ZERO);
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }

    private static Optional<String> header(Response response, String name) {
        return Optional.ofNullable(response.header(name)).map(String::strip);
    }

    private static Optional<Duration> seconds(String value) {
        if (!value.matches("[0-9]+")) {
            return Optional.empty();
        }
        return Optional.of(value.length() > 9 ? LONGEST : Duration.ofSeconds(Long.parseLong(value)));
    }

    /** By the clock of whoever answered, if it tells its time. */
    private static Optional<Duration> until(String value, Response response) {
        Instant now = header(response, "Date")
                .flatMap(Pause::instant)
                .orElseGet(() -> Instant.ofEpochMilli(response.receivedResponseAtMillis()));
        return instant(value).map(then -> Duration.between(now, then));
    }

    private static Optional<Instant> instant(String value) {
        try {
            return Optional.of(ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
