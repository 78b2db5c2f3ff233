package io.larkdesk.core.clock;

import io.larkdesk.core.shared.Line;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;

/**
 * A day on which nobody works.
 *
 * @param date which, in the calendar's zone
 * @param name what it is called: one line of 1 to 60 characters
 */
public record Holiday(LocalDate date, String name) {

    /** The most characters of a name. */
    public static final int LONGEST_NAME = 60;

    /**
     * Reads {@code "2027-01-01 New Year"}.
     *
     * @throws IllegalArgumentException if {@code text} is not of this form
     */
    public static Holiday parse(String text) {
        String[] parts = text.strip().split("\\s+", 2);
        try {
            return new Holiday(LocalDate.parse(parts[0]), parts.length == 2 ? parts[1] : "");
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("text is not like 2027-01-01 New Year: " + text, e);
        }
    }

    /** As {@link #parse} reads it. */
    public String text() {
        return date + " " + name;
    }

    /** Refuses null, and a name that is not such a line. */
    public Holiday {
        Objects.requireNonNull(date, "date");
        if (!Line.fits(name, LONGEST_NAME)) {
            throw new IllegalArgumentException("name is not a line of 1 to " + LONGEST_NAME + " characters: " + name);
        }
    }
}
