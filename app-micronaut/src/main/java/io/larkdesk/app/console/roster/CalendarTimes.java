package io.larkdesk.app.console.roster;

import biweekly.component.VEvent;
import biweekly.io.TimezoneAssignment;
import biweekly.io.TimezoneInfo;
import biweekly.property.DateOrDateTimeProperty;
import biweekly.util.DateTimeComponents;
import io.larkdesk.app.console.Zones;
import io.larkdesk.app.web.Form;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * When an event is: each time that it is repeated, by the clocks of its zone.
 *
 * @param spans the times; none if there is a problem
 * @param problem the end of the key of the text that says why it cannot be told, if it cannot
 */
record CalendarTimes(List<Span> spans, Optional<String> problem) {

    CalendarTimes {
        spans = List.copyOf(spans);
        Objects.requireNonNull(problem, "problem");
    }

    /** One time, half-open. */
    record Span(Instant from, Instant until) {}

    /** Those of {@code event}, each of which has to be a time that {@code isSpan} takes. */
    static CalendarTimes of(VEvent event, TimezoneInfo zones, BiPredicate<Instant, Instant> isSpan) {
        Optional<ZonedDateTime> start = time(event.getDateStart(), zones);
        Optional<ZonedDateTime> end = start.flatMap(begin -> end(event, begin, zones));
        if (end.isEmpty()) {
            return failing("time");
        }
        Optional<List<Long>> days = CalendarWeeks.days(event, start.get());
        if (days.isEmpty()) {
            return failing("repeats");
        }
        List<Span> spans = new ArrayList<>();
        for (long day : days.get()) {
            Span span = new Span(
                    later(start.get(), day).toInstant(), later(end.get(), day).toInstant());
            if (!isSpan.test(span.from(), span.until())
                    || !Form.isYear(start.get().getYear())) {
                return failing("span");
            }
            spans.add(span);
        }
        return new CalendarTimes(spans, Optional.empty());
    }

    private static CalendarTimes failing(String problem) {
        return new CalendarTimes(List.of(), Optional.of(problem));
    }

    private static ZonedDateTime later(ZonedDateTime time, long days) {
        return time.toLocalDateTime().plusDays(days).atZone(time.getZone());
    }

    /** The end, in the zone of the beginning. */
    private static Optional<ZonedDateTime> end(VEvent event, ZonedDateTime start, TimezoneInfo zones) {
        if (event.getDateEnd() == null && event.getDuration() != null) {
            return Optional.ofNullable(event.getDuration().getValue())
                    .map(duration -> start.plus(Duration.ofMillis(duration.toMillis())));
        }
        return time(event.getDateEnd(), zones).map(end -> end.withZoneSameInstant(start.getZone()));
    }

    /** Empty if there is none, if it is a day without a time, or one by clocks of which nobody says where they are. */
    private static Optional<ZonedDateTime> time(@Nullable DateOrDateTimeProperty property, TimezoneInfo zones) {
        if (property == null
                || property.getValue() == null
                || !property.getValue().hasTime()) {
            return Optional.empty();
        }
        @Nullable DateTimeComponents raw = property.getValue().getRawComponents();
        if (raw == null) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.of(
                    raw.getYear(), raw.getMonth(), raw.getDate(), raw.getHour(), raw.getMinute(), raw.getSecond());
            return zone(property, raw, zones).map(local::atZone);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<ZoneId> zone(DateOrDateTimeProperty property, DateTimeComponents raw, TimezoneInfo zones) {
        if (raw.isUtc()) {
            return Optional.of(ZoneOffset.UTC);
        }
        @Nullable TimezoneAssignment assignment = zones.getTimezone(property);
        if (assignment == null) {
            return Optional.empty();
        }
        String id = assignment.getComponent() == null
                ? assignment.getGlobalId()
                : assignment.getComponent().getTimezoneId().getValue();
        return Optional.ofNullable(id).flatMap(Zones::find);
    }
}
