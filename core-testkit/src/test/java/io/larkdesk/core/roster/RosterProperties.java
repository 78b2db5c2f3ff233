package io.larkdesk.core.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.ManualClock;
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
        COVER
    }

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
                                Tuple.of(3, Arbitraries.just(Kind.COVER))),
                        small,
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(0, MINUTES - 2),
                        Arbitraries.integers().between(1, MINUTES / 2),
                        Arbitraries.integers().between(0, 99))
                .as(Deed::new)
                .list()
                .ofMaxSize(14);
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
        private final PlanShift plan = new PlanShift(stores.transactions(), stores.people(), stores.roster());
        private final CancelShift cancel = new CancelShift(stores.transactions(), stores.people(), stores.roster());
        private final CoverShift cover = new CoverShift(stores.transactions(), stores.people(), stores.roster());
        private final ShowRoster show = new ShowRoster(stores.transactions(), stores.people(), stores.roster());
        private final OnDuty onDuty = new OnDuty(stores.tenants(), stores.people(), stores.roster());
        private final Instant zero = clock.instant();
        private final Set<Minute> model = new HashSet<>();

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
            List<ShowRoster.Gap> gaps = shown().gaps();
            for (int minute = 0; minute < MINUTES; minute++) {
                for (StaffRole role : ROLES) {
                    Set<PersonId> planned = planned(role, minute);
                    assertThat(onDuty.execute(role, at(minute)).keySet())
                            .as("%s at %s", role, minute)
                            .isEqualTo(planned);
                    assertThat(isInGap(gaps, role, at(minute))).isEqualTo(planned.isEmpty());
                }
            }
            assertThat(gaps).allMatch(gap -> gap.until().isAfter(gap.from()));
        }

        private Set<PersonId> planned(StaffRole role, int at) {
            return model.stream()
                    .filter(minute -> ROLES.get(minute.role()) == role && minute.minute() == at)
                    .map(minute -> people.get(minute.person()).id())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private static boolean isInGap(List<ShowRoster.Gap> gaps, StaffRole role, Instant at) {
            List<ShowRoster.Gap> found = new ArrayList<>(gaps);
            found.removeIf(gap -> gap.role() != role || at.isBefore(gap.from()) || !at.isBefore(gap.until()));
            assertThat(found).hasSizeLessThanOrEqualTo(1);
            return !found.isEmpty();
        }
    }
}
