package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.clock.CalendarName;
import io.larkdesk.core.clock.ServiceTargets;
import io.larkdesk.core.clock.Target;
import io.larkdesk.core.escalation.SupportPlan;
import io.larkdesk.core.reminder.ReminderWindow;
import io.larkdesk.core.ticket.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/** A {@link SupportPlan} as columns of the table {@code support_plan}, and a row of it as a plan. */
final class PlanRow {

    private PlanRow() {}

    static <S extends SqlStatement<S>> S bind(S statement, SupportPlan plan) {
        List<Map.Entry<Severity, Target>> targets = plan.targets().stream()
                .flatMap(promised -> promised.bySeverity().entrySet().stream())
                .toList();
        return EmergencyRow.policy(statement, plan.escalation())
                .bind("replyWithin", plan.replyWithin().toMillis())
                .bind("reminderWindow", plan.reminderWindow().map(window -> window.value()
                        .toMillis()))
                .bind("calendar", plan.targets().map(promised -> promised.calendar()
                        .value()))
                .bind("warnAt", plan.targets().map(ServiceTargets::warnAtPercent))
                .bindArray(
                        "severities",
                        Integer.class,
                        targets.stream().map(target -> target.getKey().weight()).toList())
                .bindArray(
                        "responses",
                        Long.class,
                        targets.stream()
                                .map(target -> millis(target.getValue().response()))
                                .toList())
                .bindArray(
                        "resolutions",
                        Long.class,
                        targets.stream()
                                .map(target -> millis(target.getValue().resolution()))
                                .toList());
    }

    static SupportPlan plan(ResultSet row) throws SQLException {
        long window = row.getLong("reminder_window");
        Optional<ReminderWindow> asked =
                row.wasNull() ? Optional.empty() : Optional.of(new ReminderWindow(Duration.ofMillis(window)));
        return new SupportPlan(
                Duration.ofMillis(row.getLong("reply_within")), EmergencyRow.policy(row), targets(row), asked);
    }

    private static Optional<ServiceTargets> targets(ResultSet row) throws SQLException {
        Optional<String> calendar = Columns.findText(row, "calendar");
        if (calendar.isEmpty()) {
            return Optional.empty();
        }
        Integer[] severities = (Integer[]) row.getArray("severities").getArray();
        Long[] responses = (Long[]) row.getArray("responses").getArray();
        Long[] resolutions = (Long[]) row.getArray("resolutions").getArray();
        Map<Severity, Target> bySeverity = new EnumMap<>(Severity.class);
        for (int i = 0; i < severities.length; i++) {
            bySeverity.put(
                    Severity.of(severities[i]).orElseThrow(), new Target(time(responses[i]), time(resolutions[i])));
        }
        return Optional.of(
                new ServiceTargets(new CalendarName(calendar.get()), bySeverity, row.getInt("warn_at_percent")));
    }

    private static long millis(Optional<Duration> time) {
        return time.map(Duration::toMillis).orElse(0L);
    }

    private static Optional<Duration> time(long millis) {
        return millis == 0 ? Optional.empty() : Optional.of(Duration.ofMillis(millis));
    }
}
