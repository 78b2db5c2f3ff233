package io.larkdesk.app.console.roster;

import io.larkdesk.app.page.Texts;
import io.larkdesk.app.page.Viewer;
import io.larkdesk.app.web.Staff;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.Shift;
import io.larkdesk.core.roster.ShowRoster;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says who is on duty, and when nobody will be, by the viewer's clocks. */
@Singleton
public final class DutyBoards {

    private static final Duration AHEAD = Duration.ofDays(14);

    private final ShowRoster showRoster;

    DutyBoards(ShowRoster showRoster) {
        this.showRoster = showRoster;
    }

    /** The board for {@code staff}; empty for who is not of the staff any more. */
    public Optional<DutyBoard> find(Staff staff) {
        Viewer viewer = staff.viewer();
        return showRoster
                .execute(new ShowRoster.Command(
                        staff.id(), viewer.now(), viewer.now().plus(AHEAD)))
                .map(shown -> new DutyBoard(turns(shown, viewer), gaps(shown, viewer)));
    }

    private static List<Turn> turns(ShowRoster.Shown shown, Viewer viewer) {
        return RosterPage.ROLES.stream()
                .map(role -> turn(role, shown, viewer))
                .filter(turn -> turn.role() != StaffRole.ADMIN
                        || !turn.now().isEmpty()
                        || turn.next().isPresent())
                .toList();
    }

    private static Turn turn(StaffRole role, ShowRoster.Shown shown, Viewer viewer) {
        Map<PersonId, Person> people = RosterPages.byId(shown);
        List<Shift> own =
                shown.duties().stream().filter(duty -> duty.role() == role).toList();
        return new Turn(
                role,
                own.stream()
                        .filter(shift -> shift.covers(viewer.now()))
                        .map(shift -> say("roster.until", name(people, shift), shift.until(), viewer))
                        .toList(),
                own.stream()
                        .filter(shift -> shift.from().isAfter(viewer.now()))
                        .findFirst()
                        .map(shift -> say("roster.from", name(people, shift), shift.from(), viewer)));
    }

    private static String say(String key, String name, Instant at, Viewer viewer) {
        return viewer.texts()
                .say(key, Map.of("name", name, "time", viewer.times().point(at)));
    }

    private static String name(Map<PersonId, Person> people, Shift shift) {
        return RosterPages.person(people, shift.person()).name().value();
    }

    private static List<String> gaps(ShowRoster.Shown shown, Viewer viewer) {
        Texts texts = viewer.texts();
        return shown.gaps().stream()
                .map(gap -> texts.say(
                        "roster.gap." + gap.role(), "span", viewer.times().span(gap.from(), gap.until())))
                .toList();
    }
}
