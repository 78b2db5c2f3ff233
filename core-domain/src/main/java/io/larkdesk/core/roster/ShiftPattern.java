package io.larkdesk.core.roster;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A shift that is the same each week by the clocks of one zone, also where these are put forward or back in between.
 *
 * @param person who
 * @param role as what
 * @param zone whose clocks
 * @param from the beginning of the first one; a time that the clocks leave out is as much later as they leave out
 * @param until the end of the first one
 * @param weeks how many there are, 1 to {@value #MOST_WEEKS}
 */
public record ShiftPattern(
        PersonId person, StaffRole role, ZoneId zone, LocalDateTime from, LocalDateTime until, int weeks) {

    /** The most weeks that are planned at once. */
    public static final int MOST_WEEKS = 26;

    /** Refuses null, and weeks that are none or too many. */
    public ShiftPattern {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(until, "until");
        if (weeks < 1 || weeks > MOST_WEEKS) {
            throw new IllegalArgumentException("weeks is not 1 to " + MOST_WEEKS + ": " + weeks);
        }
    }

    /** The shifts, the first to begin first; empty if one of them would not end after it begins, within {@link Shift#LONGEST}. */
    public Optional<List<Shift>> shifts() {
        List<Shift> shifts = new ArrayList<>();
        for (int week = 0; week < weeks; week++) {
            Instant begin = from.plusWeeks(week).atZone(zone).toInstant();
            Instant end = until.plusWeeks(week).atZone(zone).toInstant();
            if (!Shift.isSpan(begin, end)) {
                return Optional.empty();
            }
            shifts.add(new Shift(person, role, begin, end));
        }
        return Optional.of(List.copyOf(shifts));
    }
}
