package io.larkdesk.core.clock;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;

/** Looks at the clock on the wall each minute. */
final class MinuteModel {

    private static final int MINUTE = 60;

    private MinuteModel() {}

    static boolean isOpen(BusinessCalendar calendar, Instant instant) {
        ZonedDateTime shown = instant.atZone(calendar.zone());
        for (Holiday holiday : calendar.holidays()) {
            if (holiday.date().equals(shown.toLocalDate())) {
                return false;
            }
        }
        int minute = shown.getHour() * MINUTE + shown.getMinute();
        for (Hours hours : calendar.week().getOrDefault(shown.getDayOfWeek(), List.of())) {
            int from = hours.from().toSecondOfDay() / MINUTE;
            int until = hours.until().toSecondOfDay() / MINUTE;
            if (from <= minute && (until == 0 || minute < until)) {
                return true;
            }
        }
        return false;
    }

    static long worked(BusinessCalendar calendar, Instant from, Instant until) {
        long minutes = 0;
        for (Instant at = from; at.isBefore(until); at = at.plusSeconds(MINUTE)) {
            minutes += isOpen(calendar, at) ? 1 : 0;
        }
        return minutes;
    }
}
