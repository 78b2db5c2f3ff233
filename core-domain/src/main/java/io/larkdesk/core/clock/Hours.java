package io.larkdesk.core.clock;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Hours of a day during which people work, by the clock on the wall.
 *
 * @param from the first minute
 * @param until the end, not included; midnight is the end of the day
 */
public record Hours(LocalTime from, LocalTime until) {

    /** All of a day. */
    public static final Hours ALL_DAY = new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    /** The most times that work may begin in a day. */
    public static final int MOST = 12;

    private static final String END_OF_DAY = "24:00";

    /** Refuses what is not whole minutes, and an end that is not after the beginning. */
    public Hours {
        if (!from.equals(from.truncatedTo(ChronoUnit.MINUTES))
                || !until.equals(until.truncatedTo(ChronoUnit.MINUTES))) {
            throw new IllegalArgumentException("hours are not whole minutes: " + from + " to " + until);
        }
        if (!from.isBefore(until) && !until.equals(LocalTime.MIDNIGHT)) {
            throw new IllegalArgumentException("until is not after from: " + from + " to " + until);
        }
    }

    /**
     * The hours of one day from the first to the last.
     *
     * @throws IllegalArgumentException if two of them overlap, or if they are more than {@link #MOST}
     */
    public static List<Hours> inOrder(Collection<Hours> day) {
        List<Hours> sorted =
                day.stream().sorted(Comparator.comparing(Hours::from)).toList();
        if (sorted.size() > MOST) {
            throw new IllegalArgumentException("hours of a day are more than " + MOST + ": " + sorted.size());
        }
        for (int i = 1; i < sorted.size(); i++) {
            if (!sorted.get(i - 1).isBefore(sorted.get(i))) {
                throw new IllegalArgumentException("hours overlap: " + sorted.get(i - 1) + " and " + sorted.get(i));
            }
        }
        return sorted;
    }

    /** How long that is by the clock on the wall. */
    public Duration length() {
        Duration length = Duration.between(from, until);
        return until.equals(LocalTime.MIDNIGHT) ? length.plusDays(1) : length;
    }

    /**
     * Reads {@code "09:00-12:30"}, or {@code "13:00-24:00"}.
     *
     * @throws IllegalArgumentException if {@code text} is not of this form
     */
    public static Hours parse(String text) {
        String[] bounds = text.strip().split("\\s*[-\u2013]\\s*", -1);
        if (bounds.length != 2) {
            throw new IllegalArgumentException("text is not like 09:00-12:30: " + text);
        }
        try {
            return new Hours(
                    LocalTime.parse(bounds[0]),
                    bounds[1].equals(END_OF_DAY) ? LocalTime.MIDNIGHT : LocalTime.parse(bounds[1]));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("text is not like 09:00-12:30: " + text, e);
        }
    }

    /**
     * Reads several, with commas between them; none from a blank text.
     *
     * @throws IllegalArgumentException if one of them is not of the form of {@link #parse}
     */
    public static List<Hours> parseAll(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.split("[,;\uFF0C\u3001]", -1))
                        .map(Hours::parse)
                        .toList();
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return from + "-" + (until.equals(LocalTime.MIDNIGHT) ? END_OF_DAY : until.toString());
    }

    boolean has(LocalTime time) {
        return !time.isBefore(from) && (until.equals(LocalTime.MIDNIGHT) || time.isBefore(until));
    }

    /** Whether this ends before {@code later} begins, or just then. */
    boolean isBefore(Hours later) {
        return !until.equals(LocalTime.MIDNIGHT) && !until.isAfter(later.from);
    }

    long beginMillis() {
        return from.toNanoOfDay() / 1_000_000;
    }

    long endMillis() {
        return until.equals(LocalTime.MIDNIGHT) ? Duration.ofDays(1).toMillis() : until.toNanoOfDay() / 1_000_000;
    }
}
