package io.larkdesk.core.clock;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** How much is worked before a time that the clock shows, by one calendar; times are milliseconds since it showed the beginning of 1970. */
final class WorkingTime {

    private static final long DAY = Duration.ofDays(1).toMillis();
    private static final int WEEK = 7;

    private final BusinessCalendar calendar;
    /** How much is worked before each day of a week, and in all of it. */
    private final long[] beforeDay = new long[WEEK + 1];

    private final long[] holidays;

    WorkingTime(BusinessCalendar calendar) {
        this.calendar = calendar;
        for (int day = 0; day < WEEK; day++) {
            beforeDay[day + 1] = beforeDay[day] + worked(calendar.hours(weekday(day)), DAY);
        }
        holidays = calendar.holidays().stream()
                .mapToLong(holiday -> holiday.date().toEpochDay())
                .toArray();
    }

    /** How much is worked before {@code time}, since the beginning of 1970; negative for what was before. */
    long before(long time) {
        long day = Math.floorDiv(time, DAY);
        return beforeDay(day) + (isHoliday(day) ? 0 : worked(calendar.hours(weekday(day)), Math.floorMod(time, DAY)));
    }

    /** The first time, after {@code from} and until {@code end}, before which {@code work} is worked. */
    long reaching(long work, long from, long end) {
        long first = Math.floorDiv(from, DAY);
        long last = Math.floorDiv(end, DAY);
        while (first < last) {
            long middle = Math.floorDiv(first + last, 2L);
            if (beforeDay(middle + 1) < work) {
                first = middle + 1;
            } else {
                last = middle;
            }
        }
        long left = work - beforeDay(first);
        for (Hours hours : calendar.hours(weekday(first))) {
            long has = hours.endMillis() - hours.beginMillis();
            if (left <= has) {
                return first * DAY + hours.beginMillis() + left;
            }
            left -= has;
        }
        throw new IllegalStateException("day " + first + " has no such work");
    }

    private long beforeDay(long day) {
        long weeks = Math.floorDiv(day, (long) WEEK);
        long work = weeks * beforeDay[WEEK] + beforeDay[(int) Math.floorMod(day, (long) WEEK)];
        long free = Arrays.stream(holidays)
                .filter(holiday -> 0 <= holiday && holiday < day)
                .map(this::usual)
                .sum();
        long freeBefore = Arrays.stream(holidays)
                .filter(holiday -> day <= holiday && holiday < 0)
                .map(this::usual)
                .sum();
        return work - free + freeBefore;
    }

    private long usual(long day) {
        return worked(calendar.hours(weekday(day)), DAY);
    }

    private boolean isHoliday(long day) {
        return Arrays.stream(holidays).anyMatch(holiday -> holiday == day);
    }

    private static long worked(List<Hours> day, long until) {
        return day.stream()
                .mapToLong(hours -> Math.max(0, Math.min(until, hours.endMillis()) - hours.beginMillis()))
                .sum();
    }

    private static DayOfWeek weekday(long day) {
        return LocalDate.ofEpochDay(day).getDayOfWeek();
    }
}
