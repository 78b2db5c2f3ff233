package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.clock.BusinessCalendar;
import io.larkdesk.core.clock.CalendarName;
import io.larkdesk.core.clock.Holiday;
import io.larkdesk.core.clock.Hours;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.statement.SqlStatement;

/** A {@link BusinessCalendar} as columns of the table {@code business_calendar}, and a row of it as a calendar. */
final class CalendarRow {

    private CalendarRow() {}

    static <S extends SqlStatement<S>> S bind(S statement, BusinessCalendar calendar) {
        List<String> weekdays = new ArrayList<>();
        List<String> starts = new ArrayList<>();
        List<String> ends = new ArrayList<>();
        calendar.week()
                .forEach((day, hours) -> hours.forEach(span -> {
                    weekdays.add(day.name());
                    starts.add(span.from().toString());
                    ends.add(span.until().toString());
                }));
        return statement
                .bind("name", calendar.name().value())
                .bind("zone", calendar.zone().getId())
                .bindArray("weekdays", String.class, weekdays)
                .bindArray("starts", String.class, starts)
                .bindArray("ends", String.class, ends)
                .bindArray(
                        "holidays",
                        String.class,
                        calendar.holidays().stream()
                                .map(holiday -> holiday.date().toString())
                                .toList())
                .bindArray(
                        "holidayNames",
                        String.class,
                        calendar.holidays().stream().map(Holiday::name).toList());
    }

    static BusinessCalendar calendar(ResultSet row) throws SQLException {
        String[] weekdays = texts(row, "weekdays");
        String[] starts = texts(row, "starts");
        String[] ends = texts(row, "ends");
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        for (int i = 0; i < weekdays.length; i++) {
            week.computeIfAbsent(DayOfWeek.valueOf(weekdays[i]), day -> new ArrayList<>())
                    .add(new Hours(LocalTime.parse(starts[i]), LocalTime.parse(ends[i])));
        }
        String[] dates = texts(row, "holidays");
        String[] names = texts(row, "holiday_names");
        List<Holiday> holidays = new ArrayList<>();
        for (int i = 0; i < dates.length; i++) {
            holidays.add(new Holiday(LocalDate.parse(dates[i]), names[i]));
        }
        return new BusinessCalendar(
                new CalendarName(row.getString("name")), ZoneId.of(row.getString("zone")), week, holidays);
    }

    private static String[] texts(ResultSet row, String column) throws SQLException {
        return (String[]) row.getArray(column).getArray();
    }
}
