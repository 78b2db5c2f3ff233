package io.larkdesk.core.clock;

import io.larkdesk.core.ticket.Severity;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What was promised of one ticket when it came to its severity; it stays, whatever becomes of the plan.
 *
 * @param severity of which severity it was
 * @param calendar by which working time is counted
 * @param target how long it may take
 * @param warnAtPercent after how much of the time to warn
 */
public record TicketPromise(Severity severity, CalendarName calendar, Target target, int warnAtPercent) {

    /** Refuses null, and a percentage that is not 1 to 99. */
    public TicketPromise {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(calendar, "calendar");
        Objects.requireNonNull(target, "target");
        if (!ServiceTargets.isShare(warnAtPercent)) {
            throw new IllegalArgumentException("warnAtPercent is not 1 to 99: " + warnAtPercent);
        }
    }

    /** After how much work {@code alert} is given; empty where nothing is promised. */
    Optional<Duration> reaches(Alert alert) {
        return target.of(alert.goal())
                .map(time -> alert.isBreak() ? time : Duration.ofMillis(time.toMillis() * warnAtPercent / 100));
    }
}
