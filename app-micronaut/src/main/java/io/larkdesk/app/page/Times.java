package io.larkdesk.app.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Writes times as a person reads them, in that person's zone: today by the clock, else by as much of the date as is needed.
 *
 * @param texts the language
 * @param zone the person's zone
 * @param now the instant that "today" is about
 */
public record Times(Texts texts, ZoneId zone, Instant now) {

    private static final int WEEK = 7;

    /** The time of day: {@code 14:33}. */
    public String clock(Instant at) {
        return write("time.clock", at);
    }

    /** Day and time in full, for whoever wants to know exactly. */
    public String full(Instant at) {
        return write("time.full", at);
    }

    /** When something in a list happened: the time today, else the day. */
    public String brief(Instant at) {
        LocalDate day = day(at);
        LocalDate today = day(now);
        if (day.equals(today)) {
            return clock(at);
        }
        if (day.isAfter(today.minusDays(WEEK)) && day.isBefore(today)) {
            return write("time.weekday", at);
        }
        return write(day.getYear() == today.getYear() ? "time.date" : "time.dateAndYear", at);
    }

    /** An instant as part of a sentence: {@code tomorrow 14:36}. */
    public String point(Instant at) {
        long days = ChronoUnit.DAYS.between(day(now), day(at));
        if (Math.abs(days) > 1) {
            return write(day(at).getYear() == day(now).getYear() ? "time.point" : "time.pointAndYear", at);
        }
        return texts.say(days == 0 ? "when.today" : days > 0 ? "when.tomorrow" : "when.yesterday", "time", clock(at));
    }

    /** An instant as a line of its own has it: the time today, else day and time. */
    public String moment(Instant at) {
        return day(at).equals(day(now)) ? clock(at) : point(at);
    }

    /** An instant of a plan: the day of the week, the date and the time. */
    public String planned(Instant at) {
        return write("time.planned", at);
    }

    /** A day of a plan. */
    public String plannedDay(Instant at) {
        return write("time.plannedDay", at);
    }

    /** A time of a plan, with the day of its end if that is another. */
    public String span(Instant from, Instant until) {
        String end = day(from).equals(day(until)) ? clock(until) : planned(until);
        return texts.say("when.span", Map.of("from", planned(from), "until", end));
    }

    /** The day of an instant as part of a sentence: {@code today}, {@code 3 Nov}. */
    public String date(Instant at) {
        if (day(at).equals(day(now))) {
            return texts.say("when.thisDay");
        }
        return write(day(at).getYear() == day(now).getYear() ? "time.date" : "time.dateAndYear", at);
    }

    /** How long it is from now until {@code at}, in hours and minutes begun; nothing less than none. */
    public String until(Instant at) {
        long minutes = Math.max(0, Duration.between(now, at).plusSeconds(59).toMinutes());
        return texts.say("when.until", Map.of("hours", minutes / 60, "minutes", minutes % 60));
    }

    /** So much time, in hours and minutes begun. */
    public String amount(Duration time) {
        long minutes = time.plusSeconds(59).toMinutes();
        return texts.say("when.amount", Map.of("hours", minutes / 60, "minutes", minutes % 60));
    }

    /** How long it is since {@code at}, in its largest unit, begun ones not counted; nothing less than none. */
    public String since(Instant at) {
        long minutes = Math.max(0, Duration.between(at, now).toMinutes());
        if (minutes < 60) {
            return texts.say("when.minutes", "count", minutes);
        }
        return minutes < 60 * 24
                ? texts.say("when.hours", "count", minutes / 60)
                : texts.say("when.days", "count", minutes / (60 * 24));
    }

    /** How long {@code time} is, in its two largest units; nothing less than none. */
    public String took(Duration time) {
        long seconds = Math.max(0, time.toSeconds());
        return texts.say(
                "when.took",
                Map.of(
                        "days", seconds / 86_400,
                        "hours", seconds / 3600 % 24,
                        "minutes", seconds / 60 % 60,
                        "seconds", seconds % 60));
    }

    /** The heading of a day of the conversation. */
    public String heading(Instant at) {
        LocalDate day = day(at);
        LocalDate today = day(now);
        if (day.equals(today)) {
            return texts.say("live.today");
        }
        if (day.equals(today.minusDays(1))) {
            return texts.say("live.yesterday");
        }
        return write(day.getYear() == today.getYear() ? "time.day" : "time.dayAndYear", at);
    }

    /** The day on which {@code at} falls for the person. */
    public LocalDate day(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private String write(String pattern, Instant at) {
        return DateTimeFormatter.ofPattern(texts.say(pattern), texts.language().locale())
                .format(ZonedDateTime.ofInstant(at, zone));
    }
}
