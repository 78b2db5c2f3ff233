package io.larkdesk.app.console.roster;

import io.larkdesk.app.console.ConsoleFrame;
import io.larkdesk.app.console.ConsoleFrames;
import io.larkdesk.app.console.Section;
import io.larkdesk.app.page.PersonView;
import io.larkdesk.app.page.Times;
import io.larkdesk.app.page.Viewer;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.group.Side;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.roster.Shift;
import io.larkdesk.core.roster.ShowRoster;
import jakarta.inject.Singleton;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Puts the roster into what its page shows, by the viewer's clocks. */
@Singleton
final class RosterPages {

    private final ShowRoster showRoster;
    private final DutyBoards dutyBoards;
    private final ConsoleFrames consoleFrames;

    RosterPages(ShowRoster showRoster, DutyBoards dutyBoards, ConsoleFrames consoleFrames) {
        this.showRoster = showRoster;
        this.dutyBoards = dutyBoards;
        this.consoleFrames = consoleFrames;
    }

    /** The week in which {@code day} is; empty if the viewer is not one of the staff. */
    Optional<RosterPage> show(Staff staff, LocalDate day, Told told) {
        Viewer viewer = staff.viewer();
        LocalDate monday = monday(day);
        ConsoleFrame frame = consoleFrames.around(staff, Section.ROSTER, RosterPage.path(monday));
        Instant from = start(monday, viewer.zone());
        Instant until = start(monday.plusWeeks(1), viewer.zone());
        Optional<ShowRoster.Shown> week = showRoster.execute(new ShowRoster.Command(staff.id(), from, until));
        return week.flatMap(shown -> dutyBoards
                .find(staff)
                .map(board -> new RosterPage(
                        frame,
                        monday,
                        title(viewer, from, until),
                        board,
                        days(shown, monday, staff),
                        shown.mayPlan() ? shown.staff() : List.of(),
                        absentees(shown, staff),
                        told)));
    }

    private static List<Person> absentees(ShowRoster.Shown shown, Staff staff) {
        return shown.staff().stream()
                .filter(person -> shown.mayPlan() || person.id().equals(staff.id()))
                .toList();
    }

    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static Instant start(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static String title(Viewer viewer, Instant from, Instant until) {
        return viewer.texts()
                .say(
                        "roster.week",
                        Map.of(
                                "from",
                                viewer.times().plannedDay(from),
                                "until",
                                viewer.times().plannedDay(until.minusSeconds(1))));
    }

    static Map<PersonId, Person> byId(ShowRoster.Shown shown) {
        return shown.staff().stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }

    static Person person(Map<PersonId, Person> people, PersonId id) {
        return Objects.requireNonNull(people.get(id), "shift of nobody");
    }

    private static List<Day> days(ShowRoster.Shown shown, LocalDate monday, Staff staff) {
        return IntStream.range(0, DayOfWeek.values().length)
                .mapToObj(monday::plusDays)
                .map(date -> day(shown, date, date.equals(monday), staff))
                .toList();
    }

    private static Day day(ShowRoster.Shown shown, LocalDate date, boolean isFirst, Staff staff) {
        Viewer viewer = staff.viewer();
        Map<PersonId, Person> people = byId(shown);
        Instant from = start(date, viewer.zone());
        Instant until = start(date.plusDays(1), viewer.zone());
        List<Day.InRole> roles = RosterPage.ROLES.stream()
                .map(role -> new Day.InRole(
                        role,
                        shown.shifts().stream()
                                .filter(shift -> shift.role() == role
                                        && shift.from().isBefore(until)
                                        && shift.until().isAfter(from))
                                .map(shift -> {
                                    boolean begins = !shift.from().isBefore(from);
                                    return new ShiftRow(
                                            shift,
                                            PersonView.of(person(people, shift.person()), Side.SERVICE_TEAM),
                                            time(shift.from(), shift.until(), from, until, viewer),
                                            key(shift, date),
                                            isAway(shown, shift, from, until),
                                            shown.mayPlan() && (begins || isFirst));
                                })
                                .toList()))
                .filter(inRole -> !inRole.shifts().isEmpty())
                .toList();
        List<AwayRow> away = shown.absences().stream()
                .filter(absence ->
                        absence.from().isBefore(until) && absence.until().isAfter(from))
                .map(absence -> new AwayRow(
                        absence,
                        PersonView.of(person(people, absence.person()), Side.SERVICE_TEAM),
                        time(absence.from(), absence.until(), from, until, viewer),
                        (shown.mayPlan() || absence.person().equals(staff.id()))
                                && (isFirst || !absence.from().isBefore(from))))
                .toList();
        return new Day(viewer.times().heading(from), away, roles);
    }

    /** Whether the person is away for a part of {@code shift} that is on the day. */
    private static boolean isAway(ShowRoster.Shown shown, Shift shift, Instant from, Instant until) {
        return shown.absences().stream()
                .anyMatch(absence -> absence.meets(shift)
                        && absence.from().isBefore(until)
                        && absence.until().isAfter(from));
    }

    private static String key(Shift shift, LocalDate date) {
        return shift.person().value() + "-" + shift.role() + "-" + shift.from().toEpochMilli() + "-" + date;
    }

    /** The part of the time from {@code begin} until {@code end} that is on the day from {@code from} until {@code until}. */
    private static String time(Instant begin, Instant end, Instant from, Instant until, Viewer viewer) {
        Times times = viewer.times();
        boolean begins = !begin.isBefore(from);
        boolean ends = !end.isAfter(until);
        if (begins && ends) {
            return times.clock(begin) + "–" + times.clock(end);
        }
        if (begins) {
            return times.clock(begin) + " – " + times.planned(end);
        }
        return viewer.texts().say(ends ? "roster.ends" : "roster.allDay", "time", times.clock(end));
    }
}
