package io.larkdesk.app.bootstrap;

import io.larkdesk.core.clock.CalendarName;
import io.larkdesk.core.clock.ServiceTargets;
import io.larkdesk.core.clock.Target;
import io.larkdesk.core.reminder.ReminderWindow;
import io.larkdesk.core.ticket.Severity;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a support plan promises of tickets. */
final class TargetsReader {

    static final Set<String> TARGET = Set.of("severity", "response", "resolution");

    private TargetsReader() {}

    /** The targets of {@code plan}, if it has any, counted by one of {@code calendars}. */
    static Optional<ServiceTargets> read(Section plan, Collection<CalendarName> calendars) {
        if (!plan.has("targets")) {
            return Optional.empty();
        }
        CalendarName calendar = plan.parsed("calendar", CalendarName::new);
        if (!calendars.contains(calendar)) {
            throw plan.problem("calendar", "'" + calendar + "' is not among calendars: " + calendars);
        }
        Map<Severity, Target> bySeverity = new EnumMap<>(Severity.class);
        for (Section target : plan.sections("targets", TARGET)) {
            bySeverity.put(target.constant("severity", Severity.class), target(target));
        }
        return Optional.of(new ServiceTargets(
                calendar,
                bySeverity,
                plan.parsed("warn_at_percent", TargetsReader::share, ServiceTargets.WARN_AT_PERCENT)));
    }

    static Optional<ReminderWindow> window(Section plan) {
        return plan.parsed("reminder_window", text -> Optional.of(new ReminderWindow(time(text))), Optional.empty());
    }

    private static Target target(Section target) {
        Optional<Duration> response = target.parsed("response", text -> Optional.of(promised(text)), Optional.empty());
        Optional<Duration> resolution =
                target.parsed("resolution", text -> Optional.of(promised(text)), Optional.empty());
        try {
            return new Target(response, resolution);
        } catch (IllegalArgumentException e) {
            throw target.problem("resolution", "is shorter than response");
        }
    }

    private static int share(String text) {
        int percent = Integer.parseInt(text);
        if (!ServiceTargets.isShare(percent)) {
            throw new IllegalArgumentException("not 1 to 99");
        }
        return percent;
    }

    private static Duration promised(String text) {
        Duration time = time(text);
        if (!Target.isTime(time)) {
            throw new IllegalArgumentException("not between a minute and a year");
        }
        return time;
    }

    private static Duration time(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("not a duration", e);
        }
    }
}
