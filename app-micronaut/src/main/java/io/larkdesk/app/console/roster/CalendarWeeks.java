package io.larkdesk.app.console.roster;

import biweekly.component.VEvent;
import biweekly.util.ByDay;
import biweekly.util.DateTimeComponents;
import biweekly.util.Frequency;
import biweekly.util.Recurrence;
import io.larkdesk.core.roster.ShiftPattern;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The weeks in which an event is repeated. */
final class CalendarWeeks {

    private CalendarWeeks() {}

    /**
     * How many days after the first each time of the event is, for {@value ShiftPattern#MOST_WEEKS} weeks at most; empty if it is repeated
     * otherwise than week after week.
     */
    static Optional<List<Long>> days(VEvent event, ZonedDateTime start) {
        if (isIrregular(event)) {
            return Optional.empty();
        }
        if (event.getRecurrenceRule() == null) {
            return Optional.of(List.of(0L));
        }
        Recurrence rule = event.getRecurrenceRule().getValue();
        if (rule == null || !isWeekly(rule)) {
            return Optional.empty();
        }
        Set<DayOfWeek> weekdays = rule.getByDay().stream()
                .map(day -> DayOfWeek.valueOf(day.getDay().name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class)));
        if (weekdays.isEmpty()) {
            weekdays.add(start.getDayOfWeek());
        }
        return weekdays.contains(start.getDayOfWeek())
                ? until(rule, start).map(last -> days(rule, weekdays, start, last))
                : Optional.empty();
    }

    private static List<Long> days(Recurrence rule, Set<DayOfWeek> weekdays, ZonedDateTime start, LocalDateTime last) {
        DayOfWeek first = rule.getWorkweekStarts() == null
                ? DayOfWeek.MONDAY
                : DayOfWeek.valueOf(rule.getWorkweekStarts().name());
        LocalDate begin = start.toLocalDate();
        LocalDate week = begin.with(TemporalAdjusters.previousOrSame(first));
        int interval = rule.getInterval() == null ? 1 : Math.max(1, rule.getInterval());
        long count = rule.getCount() == null ? Long.MAX_VALUE : rule.getCount();
        List<Long> days = new ArrayList<>();
        for (long offset = 0; offset < ShiftPattern.MOST_WEEKS * 7L; offset++) {
            LocalDate day = week.plusDays(offset);
            boolean isMeant = (offset / 7) % interval == 0
                    && weekdays.contains(day.getDayOfWeek())
                    && !day.isBefore(begin)
                    && !day.atTime(start.toLocalTime()).isAfter(last);
            if (isMeant && days.size() < count) {
                days.add(ChronoUnit.DAYS.between(begin, day));
            }
        }
        return days;
    }

    private static boolean isIrregular(VEvent event) {
        return event.getRecurrenceId() != null
                || !event.getExceptionDates().isEmpty()
                || !event.getRecurrenceDates().isEmpty()
                || !event.getExceptionRules().isEmpty();
    }

    private static boolean isWeekly(Recurrence rule) {
        return rule.getFrequency() == Frequency.WEEKLY
                && rule.getByDay().stream().map(ByDay::getNum).allMatch(number -> number == null)
                && Stream.of(
                                rule.getBySecond(),
                                rule.getByMinute(),
                                rule.getByHour(),
                                rule.getByMonthDay(),
                                rule.getByYearDay(),
                                rule.getByWeekNo(),
                                rule.getByMonth(),
                                rule.getBySetPos())
                        .allMatch(List::isEmpty)
                && rule.getXRules().isEmpty();
    }

    /** The last time at which it may be, by the clocks of the beginning; empty if it cannot be read. */
    private static Optional<LocalDateTime> until(Recurrence rule, ZonedDateTime start) {
        if (rule.getUntil() == null) {
            return Optional.of(LocalDateTime.MAX);
        }
        DateTimeComponents raw = rule.getUntil().getRawComponents();
        if (raw == null) {
            return Optional.empty();
        }
        try {
            LocalDate day = LocalDate.of(raw.getYear(), raw.getMonth(), raw.getDate());
            if (!raw.hasTime()) {
                return Optional.of(day.plusDays(1).atStartOfDay().minusNanos(1));
            }
            LocalDateTime time = day.atTime(raw.getHour(), raw.getMinute(), raw.getSecond());
            return Optional.of(
                    raw.isUtc()
                            ? time.atZone(ZoneOffset.UTC)
                                    .withZoneSameInstant(start.getZone())
                                    .toLocalDateTime()
                            : time);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
