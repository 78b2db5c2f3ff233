package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.clock.Alert;
import io.larkdesk.core.clock.CalendarName;
import io.larkdesk.core.clock.Clocks;
import io.larkdesk.core.clock.Target;
import io.larkdesk.core.clock.TicketClock;
import io.larkdesk.core.clock.TicketPromise;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.ticket.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code ticket_clock}. */
final class JdbiClocks implements Clocks {

    private static final String FIND = "select * from ticket_clock where tenant_id = :tenant and group_id = :group";
    private static final String LIST_ALL = """
            select * from ticket_clock
            where (tenant_id, group_id) in (select * from unnest(:tenants, :groups))
            """;
    private static final String LIST_ALERTING =
            "select * from ticket_clock where alert_at <= :now order by alert_at limit :limit";
    private static final String WAKE =
            "update ticket_clock set alert_at = :at where calendar = :calendar and running_since is not null";
    private static final String SAVE = """
            insert into ticket_clock (tenant_id, group_id, severity, calendar, response, resolution, warn_at_percent, used,
                                      running_since, responded, resolved, told, response_due, resolution_due, alert_at)
            values (:tenant, :group, :severity, :calendar, :response, :resolution, :warnAt, :used,
                    :runningSince, :responded, :resolved, :told, :responseDue, :resolutionDue, :alertAt)
            on conflict (tenant_id, group_id) do update
            set severity = excluded.severity, calendar = excluded.calendar, response = excluded.response,
                resolution = excluded.resolution, warn_at_percent = excluded.warn_at_percent, used = excluded.used,
                running_since = excluded.running_since, responded = excluded.responded, resolved = excluded.resolved,
                told = excluded.told, response_due = excluded.response_due, resolution_due = excluded.resolution_due,
                alert_at = excluded.alert_at
            """;
    private static final RowMapper<TicketClock> CLOCK = (row, context) -> new TicketClock(
            Columns.group(row),
            new TicketPromise(
                    Severity.of(row.getInt("severity")).orElseThrow(),
                    new CalendarName(row.getString("calendar")),
                    new Target(time(row, "response"), time(row, "resolution")),
                    row.getInt("warn_at_percent")),
            Duration.ofMillis(row.getLong("used")),
            Columns.findInstant(row, "running_since"),
            time(row, "responded"),
            time(row, "resolved"),
            Arrays.stream((String[]) row.getArray("told").getArray())
                    .map(Alert::valueOf)
                    .collect(Collectors.toUnmodifiableSet()),
            Columns.findInstant(row, "response_due"),
            Columns.findInstant(row, "resolution_due"),
            Columns.findInstant(row, "alert_at"));

    private final JdbiTransactions transactions;

    JdbiClocks(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    private static Optional<Duration> time(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class)).map(Duration::ofMillis);
    }

    @Override
    public Optional<TicketClock> find(GroupId ticket) {
        return transactions.with(handle ->
                Arguments.group(handle.createQuery(FIND), ticket).map(CLOCK).findOne());
    }

    @Override
    public List<TicketClock> listAll(Collection<GroupId> tickets) {
        if (tickets.isEmpty()) {
            return List.of();
        }
        return transactions.with(handle -> Arguments.groups(handle.createQuery(LIST_ALL), tickets)
                .map(CLOCK)
                .list());
    }

    @Override
    public List<TicketClock> listAlerting(Instant now, int limit) {
        return transactions.with(handle -> handle.createQuery(LIST_ALERTING)
                .bind("now", now)
                .bind("limit", limit)
                .map(CLOCK)
                .list());
    }

    @Override
    public void wake(CalendarName calendar, Instant at) {
        transactions.with(handle -> handle.createUpdate(WAKE)
                .bind("calendar", calendar.value())
                .bind("at", at)
                .execute());
    }

    @Override
    public void save(TicketClock clock) {
        TicketPromise promise = clock.promise();
        transactions.with(handle -> Arguments.group(handle.createUpdate(SAVE), clock.ticket())
                .bind("severity", promise.severity().weight())
                .bind("calendar", promise.calendar().value())
                .bind("response", promise.target().response().map(Duration::toMillis))
                .bind("resolution", promise.target().resolution().map(Duration::toMillis))
                .bind("warnAt", promise.warnAtPercent())
                .bind("used", clock.used().toMillis())
                .bind("runningSince", clock.runningSince())
                .bind("responded", clock.responded().map(Duration::toMillis))
                .bind("resolved", clock.resolved().map(Duration::toMillis))
                .bindArray(
                        "told",
                        String.class,
                        clock.told().stream().map(Alert::name).sorted().toList())
                .bind("responseDue", clock.responseDue())
                .bind("resolutionDue", clock.resolutionDue())
                .bind("alertAt", clock.alertAt())
                .execute());
    }
}
