package io.larkdesk.core.clock;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * When people work, by the clocks of one zone: a time counts if the clock on the wall shows working hours, so an hour that the clocks leave
 * out is not worked, and one that they show twice is worked twice. Counts milliseconds; what is shorter is passed over.
 *
 * @param name what it is called
 * @param zone whose clocks
 * @param week the working hours of each weekday, in order and not overlapping; a weekday that is not there is free. {@link #LEAST_WORK} in all at least
 * @param holidays the days that are free all the same, in order
 */
public record BusinessCalendar(
        CalendarName name, ZoneId zone, Map<DayOfWeek, List<Hours>> week, List<Holiday> holidays) {

    /** The most holidays that one can have. */
    public static final int MOST_HOLIDAYS = 400;

    /** The least that is worked in a week, lest what takes a year of work is due in thousands. */
    public static final Duration LEAST_WORK = Duration.ofHours(1);

    /** Open at any time: what a clock goes by whose calendar is not there. */
    public static final BusinessCalendar ALWAYS = alwaysOpen(new CalendarName("24 x 7"), ZoneOffset.UTC);

    private static final Duration MOMENT = Duration.ofMillis(1);

    /** Copies and orders; refuses null, a week with too little work, hours that overlap, and two holidays on one day. */
    public BusinessCalendar {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(zone, "zone");
        week = ordered(week);
        holidays = holidays.stream().sorted(Comparator.comparing(Holiday::date)).toList();
        if (!isEnough(week)) {
            throw new IllegalArgumentException("week has less than " + LEAST_WORK.toMinutes() + " minutes of work");
        }
        if (holidays.size() > MOST_HOLIDAYS) {
            throw new IllegalArgumentException("holidays are more than " + MOST_HOLIDAYS + ": " + holidays.size());
        }
        if (holidays.stream().map(Holiday::date).distinct().count() < holidays.size()) {
            throw new IllegalArgumentException("holidays has two on one day");
        }
    }

    private static Map<DayOfWeek, List<Hours>> ordered(Map<DayOfWeek, List<Hours>> week) {
        Map<DayOfWeek, List<Hours>> ordered = new EnumMap<>(DayOfWeek.class);
        week.forEach((day, hours) -> {
            if (!hours.isEmpty()) {
                ordered.put(day, Hours.inOrder(hours));
            }
        });
        return Collections.unmodifiableMap(ordered);
    }

    /** Whether so much is worked in {@code week} that a calendar can be made of it. */
    public static boolean isEnough(Map<DayOfWeek, List<Hours>> week) {
        Duration work = week.values().stream()
                .flatMap(Collection::stream)
                .map(Hours::length)
                .reduce(Duration.ZERO, Duration::plus);
        return work.compareTo(LEAST_WORK) >= 0;
    }

    /** A calendar without an hour off. */
    public static BusinessCalendar alwaysOpen(CalendarName name, ZoneId zone) {
        Map<DayOfWeek, List<Hours>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, List.of(Hours.ALL_DAY));
        }
        return new BusinessCalendar(name, zone, week, List.of());
    }

    /** Whether people work at {@code instant}. */
    public boolean isOpen(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, zone);
        return holidays.stream().noneMatch(holiday -> holiday.date().equals(local.toLocalDate()))
                && hours(local.getDayOfWeek()).stream().anyMatch(hours -> hours.has(local.toLocalTime()));
    }

    /** When people work next: {@code instant} itself while they do. */
    public Instant nextOpening(Instant instant) {
        return isOpen(instant) ? instant : addWorking(instant, MOMENT).minus(MOMENT);
    }

    /** How much of the time from {@code from} until {@code until} is worked; none if that is not later. */
    public Duration worked(Instant from, Instant until) {
        WorkingTime time = new WorkingTime(this);
        long worked = 0;
        for (Stretch stretch = Stretch.at(zone, from); stretch.from().isBefore(until); stretch = stretch.next()) {
            worked += stretch.until(until).worked(time);
            if (!stretch.end().isBefore(until)) {
                break;
            }
        }
        return Duration.ofMillis(worked);
    }

    /**
     * The first instant until which {@code work} is worked from {@code from} on; {@code from} itself for none.
     *
     * @throws IllegalArgumentException if {@code work} is negative, or takes until the year 9000
     */
    public Instant addWorking(Instant from, Duration work) {
        if (work.isNegative()) {
            throw new IllegalArgumentException("work is negative: " + work);
        }
        long left = work.toMillis();
        if (left == 0) {
            return from;
        }
        WorkingTime time = new WorkingTime(this);
        Stretch stretch = Stretch.at(zone, from);
        for (long has = stretch.worked(time); has < left; has = stretch.worked(time)) {
            left -= has;
            stretch = stretch.next();
        }
        return stretch.after(left, time);
    }

    List<Hours> hours(DayOfWeek day) {
        return week.getOrDefault(day, List.of());
    }
}
