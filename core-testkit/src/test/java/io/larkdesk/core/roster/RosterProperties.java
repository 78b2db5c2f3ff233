package io.larkdesk.core.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
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
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** At each minute exactly those are on duty who are planned; where nobody is, there is a gap that says so. */
class RosterProperties {

    private static final int MINUTES = 40;
    private static final List<StaffRole> ROLES = List.of(StaffRole.ENGINEER, StaffRole.DUTY_MANAGER);

    private enum Kind {
        PLAN,
        CANCEL,
        COVER,
        LEAVE,
        RETURN
    }

    /** A minute of an absence that begins at a minute. */
    private record Away(int person, int begin, int minute) {}

    /** What a planner does; the numbers choose among what there is. */
    private record Deed(Kind kind, int person, int role, int from, int length, int chosen) {}

    /** A minute of somebody's shift that begins at a minute. */
    private record Minute(int person, int role, int begin, int minute) {}

    @Provide
    Arbitrary<List<Deed>> deeds() {
        Arbitrary<Integer> small = Arbitraries.integers().between(0, 2);
        return Combinators.combine(
                        Arbitraries.frequencyOf(
                                Tuple.of(4, Arbitraries.just(Kind.PLAN)),
                                Tuple.of(1, Arbitraries.just(Kind.CANCEL)),
                                Tuple.of(3, Arbitraries.just(Kind.COVER)),
                                Tuple.of(2, Arbitraries.just(Kind.LEAVE)),
                                Tuple.of(1, Arbitraries.just(Kind.RETURN))),
                        small,
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, MINUTES - 2),
                        Arbitraries.integers().between(1, MINUTES / 2),
                        Arbitraries.integers().between(0, 99))
                .as(Deed::new)
                .list()
                .ofMaxSize(16);
    }

    @Property(tries = 300)
    void whoIsOnDutyIsWhoIsPlanned(@ForAll("deeds") List<Deed> deeds) {
        Table table = new Table();
        deeds.forEach(table::does);
        table.check();
    }

    /** The roster, and beside it the minutes of which it has to consist. */
    private static final class Table {

        private final ManualClock clock = new ManualClock();
        private final Stores stores = new InMemoryDesk(clock);
        private final Scene scene = new Scene(stores, new SeededRandomness(5));
        private final Tenant provider = scene.provider("Alder Cloud");
        private final Person planner = scene.staff(provider, "Tam", StaffRole.TAM);
        private final List<Person> people = List.of(
                scene.staff(provider, "Eva", StaffRole.ENGINEER),
                scene.staff(provider, "Eli", StaffRole.ENGINEER),
                scene.staff(provider, "Dora", StaffRole.DUTY_MANAGER));
        private final PlanShift plan =
                new PlanShift(stores.transactions(), stores.people(), stores.roster(), Records.roster(stores));
        private final CancelShift cancel =
                new CancelShift(stores.transactions(), stores.people(), stores.roster(), Records.roster(stores));
        private final CoverShift cover =
                new CoverShift(stores.transactions(), stores.people(), stores.roster(), Records.roster(stores));
        private final NoteAbsence leave =
                new NoteAbsence(stores.transactions(), stores.people(), stores.roster(), Records.roster(stores));
        private final EndAbsence back =
                new EndAbsence(stores.transactions(), stores.people(), stores.roster(), Records.roster(stores));
        private final FindGaps findGaps = new FindGaps(stores.people(), stores.roster());
        private final ShowRoster show = new ShowRoster(stores.transactions(), stores.people(), stores.roster());
        private final OnDuty onDuty = new OnDuty(stores.tenants(), stores.people(), stores.roster());
        private final Instant zero = clock.instant();
        private final Set<Minute> model = new HashSet<>();
        private final Set<Away> away = new HashSet<>();

        private Instant at(int minute) {
            return zero.plus(Duration.ofMinutes(minute));
        }

        private int minute(Instant at) {
            return (int) Duration.between(zero, at).toMinutes();
        }

        private int indexOf(PersonId person) {
            return people.stream().map(Person::id).toList().indexOf(person);
        }

        private ShowRoster.Shown shown() {
            return show.execute(new ShowRoster.Command(planner.id(), at(0), at(MINUTES)))
                    .orElseThrow();
        }

        void does(Deed deed) {
            List<Shift> shifts = shown().shifts();
            if (deed.kind() == Kind.PLAN) {
                int until = Math.min(MINUTES, deed.from() + deed.length());
                PersonId person = people.get(deed.person()).id();
                Shift shift = new Shift(person, ROLES.get(deed.role()), at(deed.from()), at(until));
                assertThat(plan.execute(new PlanShift.Command(Optional.of(planner.id()), shift)))
                        .isEqualTo(PlanShift.Result.PLANNED);
                forget(deed.person(), deed.role(), deed.from());
                remember(deed.person(), deed.role(), deed.from(), deed.from(), until);
            } else if (deed.kind() == Kind.LEAVE) {
                leaves(deed);
            } else if (deed.kind() == Kind.RETURN) {
                returns(deed);
            } else if (!shifts.isEmpty()) {
                Shift chosen = shifts.get(deed.chosen() % shifts.size());
                if (deed.kind() == Kind.CANCEL) {
                    assertThat(cancel.execute(planner.id(), chosen)).isTrue();
                    forget(indexOf(chosen.person()), ROLES.indexOf(chosen.role()), minute(chosen.from()));
                } else {
                    covers(deed, chosen);
                }
            }
        }

        private void leaves(Deed deed) {
            int until = Math.min(MINUTES, deed.from() + deed.length());
            PersonId person = people.get(deed.person()).id();
            assertThat(leave.execute(new NoteAbsence.Command(
                            deed.role() == 0 ? person : planner.id(),
                            new Absence(person, at(deed.from()), at(until), Optional.empty()))))
                    .isEqualTo(NoteAbsence.Result.NOTED);
            away.removeIf(minute -> minute.person() == deed.person() && minute.begin() == deed.from());
            for (int minute = deed.from(); minute < until; minute++) {
                away.add(new Away(deed.person(), deed.from(), minute));
            }
        }

        private void returns(Deed deed) {
            List<Absence> absences = shown().absences();
            if (absences.isEmpty()) {
                return;
            }
            Absence chosen = absences.get(deed.chosen() % absences.size());
            assertThat(back.execute(planner.id(), chosen)).isEqualTo(EndAbsence.Result.ENDED);
            int person = indexOf(chosen.person());
            int begin = minute(chosen.from());
            away.removeIf(minute -> minute.person() == person && minute.begin() == begin);
        }

        private boolean isAway(int person, int at) {
            return away.stream().anyMatch(minute -> minute.person() == person && minute.minute() == at);
        }

        private void covers(Deed deed, Shift chosen) {
            int begin = minute(chosen.from());
            int end = minute(chosen.until());
            int from = begin + deed.from() % (end - begin);
            int until = Math.min(end, from + deed.length());
            assertThat(cover.execute(new CoverShift.Command(
                            planner.id(), chosen, people.get(deed.person()).id(), at(from), at(until))))
                    .isEqualTo(CoverShift.Result.COVERED);
            int person = indexOf(chosen.person());
            int role = ROLES.indexOf(chosen.role());
            forget(person, role, begin);
            remember(person, role, begin, begin, from);
            remember(person, role, until, until, end);
            remember(deed.person(), role, from, from, until);
        }

        private void forget(int person, int role, int begin) {
            model.removeIf(minute -> minute.person() == person && minute.role() == role && minute.begin() == begin);
        }

        private void remember(int person, int role, int begin, int from, int until) {
            for (int minute = from; minute < until; minute++) {
                model.add(new Minute(person, role, begin, minute));
            }
        }

        void check() {
            List<Gap> gaps = shown().gaps();
            assertThat(findGaps.execute(provider.id(), at(0), at(MINUTES))).isEqualTo(gaps);
            for (int minute = 0; minute < MINUTES; minute++) {
                for (StaffRole role : ROLES) {
                    Set<PersonId> planned = planned(role, minute);
                    assertThat(onDuty.execute(role, at(minute)).keySet())
                            .as("%s at %s", role, minute)
                            .isEqualTo(planned);
                    assertThat(isInGap(gaps, role, at(minute))).isEqualTo(planned.isEmpty());
                    onDuty.execute(role, at(minute)).forEach(this::staysUntil);
                }
            }
        }

        /** The last minute of a duty is none of an absence. */
        private void staysUntil(PersonId person, Instant until) {
            assertThat(isAway(indexOf(person), minute(until) - 1)).isFalse();
        }

        private Set<PersonId> planned(StaffRole role, int at) {
            return model.stream()
                    .filter(minute ->
                            ROLES.get(minute.role()) == role && minute.minute() == at && !isAway(minute.person(), at))
                    .map(minute -> people.get(minute.person()).id())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private static boolean isInGap(List<Gap> gaps, StaffRole role, Instant at) {
            List<Gap> found = new ArrayList<>(gaps);
            found.removeIf(gap -> gap.role() != role || at.isBefore(gap.from()) || !at.isBefore(gap.until()));
            assertThat(found).hasSizeLessThanOrEqualTo(1);
            return !found.isEmpty();
        }
    }
}
