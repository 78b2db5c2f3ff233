package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.QuietHours;
import io.larkdesk.core.reminder.QuietTime;
import io.larkdesk.core.reminder.QuietTimes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code quiet_time}. */
final class JdbiQuietTimes implements QuietTimes {

    private static final String GET =
            "select * from quiet_time where tenant_id = :personTenant and person_id = :person";
    private static final String SAVE = """
            insert into quiet_time (tenant_id, person_id, from_time, until_time, zone, paused_until)
            values (:personTenant, :person, :from, :until, :zone, :pausedUntil)
            on conflict (tenant_id, person_id) do update
            set from_time = excluded.from_time, until_time = excluded.until_time, zone = excluded.zone,
                paused_until = excluded.paused_until
            """;
    private static final RowMapper<QuietTime> QUIET_TIME = (row, context) -> quietTime(row);

    private final JdbiTransactions transactions;

    JdbiQuietTimes(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public QuietTime get(PersonId person) {
        return transactions.with(handle -> Arguments.person(handle.createQuery(GET), person)
                .map(QUIET_TIME)
                .findOne()
                .orElseGet(() -> QuietTime.none(person)));
    }

    @Override
    public void save(QuietTime quiet) {
        transactions.with(handle -> Arguments.person(handle.createUpdate(SAVE), quiet.person())
                .bind("from", quiet.hours().map(QuietHours::from))
                .bind("until", quiet.hours().map(QuietHours::until))
                .bind("zone", quiet.hours().map(hours -> hours.zone().getId()))
                .bind("pausedUntil", quiet.pausedUntil())
                .execute());
    }

    private static QuietTime quietTime(ResultSet row) throws SQLException {
        return new QuietTime(
                Columns.person(row, "tenant_id", "person_id"), hours(row), Columns.findInstant(row, "paused_until"));
    }

    private static Optional<QuietHours> hours(ResultSet row) throws SQLException {
        Optional<String> zone = Columns.findText(row, "zone");
        return zone.isEmpty()
                ? Optional.empty()
                : Optional.of(new QuietHours(
                        row.getObject("from_time", LocalTime.class),
                        row.getObject("until_time", LocalTime.class),
                        ZoneId.of(zone.get())));
    }
}
