package io.larkdesk.core.clock;

import io.larkdesk.core.ticket.Severity;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a support plan promises of tickets.
 *
 * @param calendar by which working time is counted
 * @param bySeverity how long it may take; a severity that is not there is promised nothing
 * @param warnAtPercent after how much of the time those who have the ticket are warned
 */
public record ServiceTargets(CalendarName calendar, Map<Severity, Target> bySeverity, int warnAtPercent) {

    /** When to warn, unless set otherwise. */
    public static final int WARN_AT_PERCENT = 75;

    /** Copies the map; refuses null, and a percentage that is not 1 to 99. */
    public ServiceTargets {
        Objects.requireNonNull(calendar, "calendar");
        Map<Severity, Target> ordered = new EnumMap<>(Severity.class);
        ordered.putAll(bySeverity);
        ordered.values().removeIf(Target.NONE::equals);
        bySeverity = Collections.unmodifiableMap(ordered);
        if (!isShare(warnAtPercent)) {
            throw new IllegalArgumentException("warnAtPercent is not 1 to 99: " + warnAtPercent);
        }
    }

    /** Whether it can be warned after so much of the time. */
    public static boolean isShare(int percent) {
        return percent >= 1 && percent <= 99;
    }

    /** What is promised of a ticket of that severity. */
    public TicketPromise promise(Severity severity) {
        return new TicketPromise(severity, calendar, bySeverity.getOrDefault(severity, Target.NONE), warnAtPercent);
    }
}
