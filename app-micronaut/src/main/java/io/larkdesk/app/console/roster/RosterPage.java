package io.larkdesk.app.console.roster;

import io.larkdesk.app.console.ConsoleFrame;
import io.larkdesk.app.console.Section;
import io.larkdesk.app.console.Zones;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

/**
 * A week of the roster.
 *
 * @param frame what stands around it
 * @param monday which week
 * @param title the same in words
 * @param board who is on duty now and next
 * @param days the days
 * @param staff whom one can plan; nobody if the viewer may not
 * @param absentees of whom the viewer can say that they are away
 * @param told what could not be done, if it was tried
 */
public record RosterPage(
        ConsoleFrame frame,
        LocalDate monday,
        String title,
        DutyBoard board,
        List<Day> days,
        List<Person> staff,
        List<Person> absentees,
        Told told) {

    /** Copies the lists. */
    public RosterPage {
        Objects.requireNonNull(frame, "frame");
        Objects.requireNonNull(monday, "monday");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(board, "board");
        days = List.copyOf(days);
        staff = List.copyOf(staff);
        absentees = List.copyOf(absentees);
        Objects.requireNonNull(told, "told");
    }

    /** Whether the viewer may change the roster. */
    public boolean mayPlan() {
        return !staff.isEmpty();
    }

    /** Where the week that is {@code weeks} later stands. */
    public String week(int weeks) {
        return path(monday.plusWeeks(weeks));
    }

    static String path(LocalDate monday) {
        return Section.ROSTER.path() + "?week=" + monday;
    }

    /** The roles in which somebody can be on duty, those first that are paged first. */
    public List<StaffRole> roles() {
        return ROLES;
    }

    static final List<StaffRole> ROLES =
            List.of(StaffRole.ENGINEER, StaffRole.TAM, StaffRole.DUTY_MANAGER, StaffRole.ADMIN);

    /** The zones by whose clocks one can plan. */
    public List<String> zones() {
        return Zones.NAMES;
    }

    /** The days of the week on which somebody can take over. */
    public List<DayOfWeek> weekdays() {
        return List.of(DayOfWeek.values());
    }

    /** What a day of the week is called. */
    public String name(DayOfWeek day) {
        return day.getDisplayName(
                TextStyle.FULL, frame.viewer().texts().language().locale());
    }

    /** The fields of a rotation's people but the first. */
    public List<String> laterTurns() {
        return RosterForm.PEOPLE.subList(1, RosterForm.PEOPLE.size());
    }

    /** The zone that is offered in the field {@code name}: what was entered, or the viewer's. */
    public String zone(String name) {
        return told.entered(name).orElse(frame.viewer().zone().getId());
    }

    /** {@code at} by the viewer's clocks, as fields for times have it. */
    public String local(Instant at) {
        return LocalDateTime.ofInstant(at, frame.viewer().zone())
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
