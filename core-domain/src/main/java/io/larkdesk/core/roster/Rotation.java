package io.larkdesk.core.roster;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A duty that goes round: on the same day of each week, by the clocks of one zone, the next of several people takes over, and the first again
 * after the last. Begun on another day of the week, the first turn is shorter.
 *
 * @param people who, in the order in which they take over
 * @param role as what
 * @param zone whose clocks
 * @param firstDay the day on which the first of them begins
 * @param handoverDay the day of the week on which the next takes over
 * @param handoverTime when, and when the first begins; a time that the clocks leave out is as much later as they leave out
 * @param turns how many there are, 1 to {@value ShiftPattern#MOST_WEEKS}
 */
public record Rotation(
        List<PersonId> people,
        StaffRole role,
        ZoneId zone,
        LocalDate firstDay,
        DayOfWeek handoverDay,
        LocalTime handoverTime,
        int turns) {

    /** Copies the list; refuses nobody, and turns that are none or too many. */
    public Rotation {
        people = List.copyOf(people);
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(zone, "zone");
        Objects.requireNonNull(firstDay, "firstDay");
        Objects.requireNonNull(handoverDay, "handoverDay");
        Objects.requireNonNull(handoverTime, "handoverTime");
        if (people.isEmpty()) {
            throw new IllegalArgumentException("people is empty");
        }
        if (turns < 1 || turns > ShiftPattern.MOST_WEEKS) {
            throw new IllegalArgumentException("turns is not 1 to " + ShiftPattern.MOST_WEEKS + ": " + turns);
        }
    }

    /** The shifts, the first to begin first; each ends when the next begins. */
    public List<Shift> shifts() {
        List<Shift> shifts = new ArrayList<>();
        for (int turn = 0; turn < turns; turn++) {
            shifts.add(new Shift(people.get(turn % people.size()), role, beginOf(turn), beginOf(turn + 1)));
        }
        return List.copyOf(shifts);
    }

    private Instant beginOf(int turn) {
        LocalDate day = turn == 0
                ? firstDay
                : firstDay.with(TemporalAdjusters.next(handoverDay)).plusWeeks(turn - 1L);
        return day.atTime(handoverTime).atZone(zone).toInstant();
    }
}
