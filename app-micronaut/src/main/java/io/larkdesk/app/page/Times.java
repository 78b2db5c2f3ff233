package io.larkdesk.app.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

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
