package io.larkdesk.app.bootstrap;

import io.larkdesk.core.clock.BusinessCalendar;
import io.larkdesk.core.clock.CalendarName;
import io.larkdesk.core.clock.Holiday;
import io.larkdesk.core.clock.Hours;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a calendar of working hours; one that does not say any hours is always open. */
final class CalendarReader {

    static final Set<String> CALENDAR = Set.of("name", "zone", "hours", "holidays");
    private static final Set<String> DAYS =
            Arrays.stream(DayOfWeek.values()).map(CalendarReader::key).collect(Collectors.toUnmodifiableSet());

    private CalendarReader() {}

    static BusinessCalendar read(Section section) {
        CalendarName name = section.parsed("name", CalendarName::new);
        ZoneId zone = section.parsed("zone", CalendarReader::zone);
        List<Holiday> holidays = new ArrayList<>();
        for (String line : section.texts("holidays")) {
            try {
                holidays.add(Holiday.parse(line));
            } catch (IllegalArgumentException e) {
                throw section.problem("holidays", "has '" + line + "', which is not like '2027-01-01 New Year'");
            }
        }
        Map<DayOfWeek, List<Hours>> week = section.has("hours")
                ? week(section.section("hours", DAYS))
                : BusinessCalendar.alwaysOpen(name, zone).week();
        try {
            return new BusinessCalendar(name, zone, week, holidays);
        } catch (IllegalArgumentException e) {
            throw section.problem("hours", "or holidays make no calendar: " + e.getMessage());
        }
    }

    private static Map<DayOfWeek, List<Hours>> week(Section hours) {
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, hours.parsed(key(day), Hours::parseAll, List.of()));
        }
        return week;
    }

    private static String key(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a time zone", e);
        }
    }
}
