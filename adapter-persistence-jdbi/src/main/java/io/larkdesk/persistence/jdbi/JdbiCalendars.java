package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.clock.BusinessCalendar;
import io.larkdesk.core.clock.CalendarName;
import io.larkdesk.core.clock.Calendars;
import io.larkdesk.core.clock.KeptCalendar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code business_calendar}, whose rows are the provider's. */
final class JdbiCalendars implements Calendars {

    private static final String OF_PROVIDER =
            " where tenant_id = (select tenant_id from tenant where kind = 'PROVIDER')";
    private static final String LIST = "select * from business_calendar" + OF_PROVIDER + " and source = :source";
    private static final String FIND = LIST + " and name = :name";
    private static final String IN_ORDER = LIST + " order by name collate \"C\"";
    private static final String SAVE = """
            insert into business_calendar (tenant_id, name, source, version, zone, weekdays, starts, ends, holidays, holiday_names)
            select tenant_id, :name, :source, :version, :zone, :weekdays, :starts, :ends, :holidays, :holidayNames
            from tenant where kind = 'PROVIDER'
            on conflict (tenant_id, name, source) do update
            set version = excluded.version, zone = excluded.zone, weekdays = excluded.weekdays, starts = excluded.starts,
                ends = excluded.ends, holidays = excluded.holidays, holiday_names = excluded.holiday_names
            """;
    private static final String REMOVE =
            "delete from business_calendar" + OF_PROVIDER + " and name = :name and source = :source";
    private static final RowMapper<KeptCalendar> DESK =
            (row, context) -> new KeptCalendar(CalendarRow.calendar(row), Optional.empty(), row.getLong("version"));

    private final JdbiTransactions transactions;

    JdbiCalendars(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<BusinessCalendar> find(CalendarName name) {
        return transactions.with(handle -> find(handle, FIND, name));
    }

    @Override
    public Optional<BusinessCalendar> hold(CalendarName name) {
        return transactions.withRunning(handle -> find(handle, FIND + " for share", name));
    }

    private static Optional<BusinessCalendar> find(Handle handle, String statement, CalendarName name) {
        return handle.createQuery(statement)
                .bind("source", Source.DESK)
                .bind("name", name.value())
                .map((row, context) -> CalendarRow.calendar(row))
                .findOne();
    }

    @Override
    public List<KeptCalendar> list() {
        return transactions.with(JdbiCalendars::list);
    }

    @Override
    public List<KeptCalendar> lock() {
        return transactions.withRunning(handle -> {
            handle.createQuery(JdbiTenants.LOCK_PROVIDER).mapTo(String.class).findOne();
            return list(handle);
        });
    }

    private static List<KeptCalendar> list(Handle handle) {
        Map<CalendarName, BusinessCalendar> offered =
                handle
                        .createQuery(LIST)
                        .bind("source", Source.FILE)
                        .map((row, context) -> CalendarRow.calendar(row))
                        .stream()
                        .collect(Collectors.toMap(BusinessCalendar::name, Function.identity()));
        return handle.createQuery(IN_ORDER).bind("source", Source.DESK).map(DESK).stream()
                .map(kept -> new KeptCalendar(
                        kept.calendar(), Optional.ofNullable(offered.get(kept.name())), kept.version()))
                .toList();
    }

    @Override
    public void save(KeptCalendar calendar) {
        transactions.inTransaction(now -> transactions.withRunning(handle -> {
            save(handle, calendar.calendar(), calendar.version(), Source.DESK);
            calendar.offered()
                    .ifPresentOrElse(
                            offered -> save(handle, offered, calendar.version(), Source.FILE),
                            () -> handle.createUpdate(REMOVE)
                                    .bind("name", calendar.name().value())
                                    .bind("source", Source.FILE)
                                    .execute());
            return calendar;
        }));
    }

    private static void save(Handle handle, BusinessCalendar calendar, long version, Source source) {
        CalendarRow.bind(handle.createUpdate(SAVE), calendar)
                .bind("source", source)
                .bind("version", version)
                .execute();
    }
}
