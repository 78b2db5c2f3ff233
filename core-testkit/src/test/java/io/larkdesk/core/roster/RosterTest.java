package io.larkdesk.core.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.ManualClock;
import io.larkdesk.testkit.Records;
import io.larkdesk.testkit.Scene;
import io.larkdesk.testkit.SeededRandomness;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RosterTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final ManualClock clock = new ManualClock();
    private final Stores stores = new InMemoryDesk(clock);
    private final Scene scene = new Scene(stores, new SeededRandomness(5));
    private final Tenant provider = scene.provider("Alder Cloud");
    private final Person tam = scene.staff(provider, "Tam", StaffRole.TAM);
    private final Person eva = scene.staff(provider, "Eva", StaffRole.ENGINEER);
    private final Person eli = scene.staff(provider, "Eli", StaffRole.ENGINEER);
    private final PlanShift planShift =
            new PlanShift(stores.transactions(), stores.people(), stores.roster(), Records.roster(stores));
    private final NoteAbsence noteAbsence =
            new NoteAbsence(stores.transactions(), stores.people(), stores.roster(), Records.roster(stores));
    private final PlanShifts planShifts =
            new PlanShifts(stores.transactions(), stores.people(), planShift, noteAbsence);
    private final CoverShift cover =
            new CoverShift(stores.transactions(), stores.people(), stores.roster(), Records.roster(stores));
    private final ShowRoster show = new ShowRoster(stores.transactions(), stores.people(), stores.roster());
    private final EndAbsence endAbsence =
            new EndAbsence(stores.transactions(), stores.people(), stores.roster(), Records.roster(stores));
    private final OnDuty onDuty = new OnDuty(stores.tenants(), stores.people(), stores.roster());
    private final Instant now = clock.instant();

    private ShiftPattern weekly(LocalDateTime from, LocalDateTime until, int weeks) {
        return new ShiftPattern(eva.id(), StaffRole.ENGINEER, BERLIN, from, until, weeks);
    }

    private CoverShift.Result covers(Person planner, Shift shift, Person taker) {
        return cover.execute(new CoverShift.Command(planner.id(), shift, taker.id(), shift.from(), shift.until()));
    }

    @Test
    void aWeeklyShiftKeepsToTheClocksOfItsZoneWhenTheseArePutForward() {
        LocalDateTime from = LocalDateTime.parse("2026-03-26T09:00");

        List<Shift> shifts = weekly(from, from.plusHours(8), 2).shifts().orElseThrow();

        assertThat(shifts)
                .extracting(shift -> shift.from().atZone(BERLIN).toLocalTime())
                .containsOnly(LocalTime.of(9, 0));
        assertThat(Duration.between(shifts.get(0).from(), shifts.get(1).from()))
                .isEqualTo(Duration.ofDays(7).minusHours(1));
    }

    @Test
    void aNightInWhichClocksArePutBackIsAnHourLonger() {
        LocalDateTime from = LocalDateTime.parse("2026-10-24T22:00");

        assertThat(weekly(from, from.plusHours(8), 1).shifts().orElseThrow())
                .extracting(shift -> Duration.between(shift.from(), shift.until()))
                .containsExactly(Duration.ofHours(9));
    }

    @Test
    void whatWouldEndBeforeItBeginsInOneWeekIsNoShift() {
        // In the night of 29 March the clocks go from 02:00 to 03:00: 02:30 is 03:30
        LocalDateTime from = LocalDateTime.parse("2026-03-22T02:30");

        assertThat(weekly(from, from.plusMinutes(40), 1).shifts()).isPresent();
        assertThat(weekly(from, from.plusMinutes(40), 2).shifts()).isEmpty();
        assertThat(weekly(from, from, 1).shifts()).isEmpty();
        assertThat(weekly(from, from.plusDays(32), 1).shifts()).isEmpty();
    }

    @Test
    void plannersPlanAndEngineersDoNot() {
        List<Shift> shifts = weekly(LocalDateTime.parse("2026-11-02T09:00"), LocalDateTime.parse("2026-11-02T17:00"), 3)
                .shifts()
                .orElseThrow();

        assertThat(planShifts.execute(new PlanShifts.Command(eva.id(), shifts)))
                .isEqualTo(PlanShift.Result.NOT_ALLOWED);
        assertThat(planShifts.execute(new PlanShifts.Command(tam.id(), shifts))).isEqualTo(PlanShift.Result.PLANNED);
        assertThat(stores.roster()
                        .listDuring(
                                provider.id(),
                                shifts.get(0).from(),
                                shifts.get(2).until()))
                .isEqualTo(shifts);
    }

    @Test
    void ofSeveralShiftsAllArePlannedOrNone() {
        Shift right = new Shift(eva.id(), StaffRole.ENGINEER, now, now.plus(Duration.ofHours(8)));
        Person noor = scene.person(provider, "Noor");
        Shift wrong = new Shift(noor.id(), StaffRole.ENGINEER, now, now.plus(Duration.ofHours(8)));

        assertThat(planShifts.execute(new PlanShifts.Command(tam.id(), List.of(right, wrong))))
                .isEqualTo(PlanShift.Result.NOT_STAFF);
        assertThat(stores.roster().listDuring(provider.id(), now, right.until()))
                .isEmpty();
    }

    @Test
    void absencesComeWithTheShiftsOfACalendarByPlannersAndOfStaffOnly() {
        Absence right = new Absence(eva.id(), now, now.plus(Duration.ofDays(9)), Optional.empty());
        Person noor = scene.person(provider, "Noor");
        Absence wrong = new Absence(noor.id(), now, now.plus(Duration.ofDays(9)), Optional.empty());

        assertThat(planShifts.execute(new PlanShifts.Command(eva.id(), List.of(), List.of(right))))
                .isEqualTo(PlanShift.Result.NOT_ALLOWED);
        assertThat(planShifts.execute(new PlanShifts.Command(tam.id(), List.of(), List.of(right, wrong))))
                .isEqualTo(PlanShift.Result.NOT_STAFF);
        assertThat(stores.roster().listAbsences(provider.id(), now, right.until()))
                .isEmpty();

        assertThat(planShifts.execute(new PlanShifts.Command(tam.id(), List.of(), List.of(right))))
                .isEqualTo(PlanShift.Result.PLANNED);
        assertThat(stores.roster().listAbsences(provider.id(), now, right.until()))
                .containsExactly(right);
    }

    @Test
    void aShiftIsCoveredAsItWasSeenByPlannersAndForStaffOnly() {
        Shift shift = scene.shift(eva, StaffRole.ENGINEER, now, Duration.ofHours(8));
        Person noor = scene.person(provider, "Noor");

        assertThat(covers(eva, shift, eli)).isEqualTo(CoverShift.Result.NOT_ALLOWED);
        assertThat(covers(tam, shift, noor)).isEqualTo(CoverShift.Result.NOT_STAFF);
        Shift seenOtherwise = new Shift(
                shift.person(), shift.role(), shift.from(), shift.until().minusMillis(1));
        assertThat(covers(tam, seenOtherwise, eli)).isEqualTo(CoverShift.Result.GONE);
        assertThat(covers(tam, shift, eli)).isEqualTo(CoverShift.Result.COVERED);
        assertThat(covers(tam, shift, eli)).isEqualTo(CoverShift.Result.GONE);
        assertThat(stores.roster().listDuring(provider.id(), shift.from(), shift.until()))
                .containsExactly(new Shift(eli.id(), shift.role(), shift.from(), shift.until()));
    }

    @Test
    void oneIsAwayByOnesOwnWordAndByThatOfPlanners() {
        Absence absence = new Absence(eva.id(), now, now.plus(Duration.ofHours(8)), AbsenceReason.parse("  Dentist "));
        Person noor = scene.person(provider, "Noor");

        assertThat(notes(eli, absence)).isEqualTo(NoteAbsence.Result.NOT_ALLOWED);
        assertThat(notes(noor, new Absence(noor.id(), absence.from(), absence.until(), Optional.empty())))
                .isEqualTo(NoteAbsence.Result.NOT_ALLOWED);
        assertThat(notes(tam, new Absence(noor.id(), absence.from(), absence.until(), Optional.empty())))
                .isEqualTo(NoteAbsence.Result.NOT_STAFF);
        assertThat(notes(eva, absence)).isEqualTo(NoteAbsence.Result.NOTED);
        assertThat(stores.roster().listAbsences(provider.id(), now, absence.until()))
                .containsExactly(absence);
        assertThat(absence.reason()).contains(new AbsenceReason("Dentist"));
        assertThat(endAbsence.execute(eli.id(), absence)).isEqualTo(EndAbsence.Result.NOT_ALLOWED);
        assertThat(endAbsence.execute(tam.id(), absence)).isEqualTo(EndAbsence.Result.ENDED);
        assertThat(endAbsence.execute(eva.id(), absence)).isEqualTo(EndAbsence.Result.GONE);
    }

    private NoteAbsence.Result notes(Person asker, Absence absence) {
        return noteAbsence.execute(new NoteAbsence.Command(asker.id(), absence));
    }

    @Test
    void aDutyEndsWhereAnAbsenceBegins() {
        Shift shift = scene.shift(eva, StaffRole.ENGINEER, now, Duration.ofHours(8));
        Instant leaves = now.plus(Duration.ofHours(3));
        notes(eva, new Absence(eva.id(), leaves, shift.until(), Optional.empty()));

        assertThat(onDuty.execute(StaffRole.ENGINEER, now)).containsExactly(Map.entry(eva.id(), leaves));
        assertThat(onDuty.execute(StaffRole.ENGINEER, leaves.minusMillis(1))).containsKey(eva.id());
        assertThat(onDuty.execute(StaffRole.ENGINEER, leaves)).isEmpty();
    }

    @Test
    void theOperatorsShiftsAreLeftOutOncePeoplePlan() {
        Shift shift = new Shift(eva.id(), StaffRole.ENGINEER, now, now.plus(Duration.ofHours(8)));
        PlanShift.Command operators = new PlanShift.Command(Optional.empty(), shift);

        assertThat(planShift.execute(operators)).isEqualTo(PlanShift.Result.PLANNED);
        assertThat(planShift.execute(operators)).isEqualTo(PlanShift.Result.PLANNED);
        assertThat(new CancelShift(stores.transactions(), stores.people(), stores.roster(), Records.roster(stores))
                        .execute(tam.id(), shift))
                .isTrue();
        assertThat(planShift.execute(operators)).isEqualTo(PlanShift.Result.LEFT_OUT);
        assertThat(onDuty.execute(StaffRole.ENGINEER, now)).isEmpty();
    }

    @Test
    void aShiftOfSomebodyWithoutARoleLeavesAGap() {
        scene.shift(eva, StaffRole.ENGINEER, now, Duration.ofHours(8));
        stores.people().save(eva.inRole(Optional.empty()));

        ShowRoster.Shown shown = show.execute(new ShowRoster.Command(tam.id(), now, now.plus(Duration.ofHours(8))))
                .orElseThrow();

        assertThat(shown.shifts()).isEmpty();
        assertThat(shown.gaps()).extracting(Gap::role).contains(StaffRole.ENGINEER);
    }
}
