package io.larkdesk.app.console.plans;

import io.larkdesk.app.console.Zones;
import io.larkdesk.app.web.Form;
import io.larkdesk.core.clock.BusinessCalendar;
import io.larkdesk.core.clock.CalendarName;
import io.larkdesk.core.clock.Holiday;
import io.larkdesk.core.clock.Hours;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The form that changes a calendar. */
final class CalendarForm {

    private final Form form;

    CalendarForm(Map<String, Object> fields) {
        this.form = new Form(fields);
    }

    /** The version that was seen; empty if the form was not made by the page. */
    Optional<Long> seen() {
        return form.number("seen");
    }

    BusinessCalendar calendar() {
        CalendarName name = form.text("name")
                .map(String::strip)
                .filter(CalendarName::isName)
                .map(CalendarName::new)
                .orElseThrow(() -> new WrongException("name", "name"));
        ZoneId zone = form.text("zone").flatMap(Zones::find).orElseThrow(() -> new WrongException("zone", "zone"));
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, hours(day));
        }
        if (!BusinessCalendar.isEnough(week)) {
            throw new WrongException(DayOfWeek.MONDAY.name(), "week");
        }
        return holidays(name, zone, week);
    }

    /** The hours of a day, which make sense by themselves. */
    private List<Hours> hours(DayOfWeek day) {
        try {
            return Hours.inOrder(Hours.parseAll(form.text(day.name()).orElse("")));
        } catch (IllegalArgumentException e) {
            throw new WrongException(day.name(), "hours");
        }
    }

    private BusinessCalendar holidays(CalendarName name, ZoneId zone, Map<DayOfWeek, List<Hours>> week) {
        try {
            List<Holiday> holidays = form.text("holidays")
                    .orElse("")
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(Holiday::parse)
                    .toList();
            return new BusinessCalendar(name, zone, week, holidays);
        } catch (IllegalArgumentException e) {
            throw new WrongException("holidays", "holidays");
        }
    }

    /** What was entered, to be shown again. */
    Map<String, String> entered() {
        Map<String, String> entered = new HashMap<>();
        Stream.concat(
                        Stream.of("name", "zone", "holidays"),
                        Stream.of(DayOfWeek.values()).map(DayOfWeek::name))
                .forEach(field -> form.text(field).ifPresent(text -> entered.put(field, text)));
        return entered;
    }
}
