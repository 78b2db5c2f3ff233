package io.larkdesk.core.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.TenantId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** From its first minute to its last, exactly one is on duty; each takes over in turn, on the day and at the time by the clocks of the zone. */
class RotationProperties {

    private static final TenantId PROVIDER = new TenantId(new UUID(0, 1));

    @Provide
    Arbitrary<Rotation> rotations() {
        Arbitrary<List<PersonId>> people = Arbitraries.integers().between(1, 5).map(count -> IntStream.range(0, count)
                .mapToObj(index -> new PersonId(PROVIDER, new UUID(2, index)))
                .toList());
        // New York and Lord Howe change their clocks, by an hour and by half of one, in different weeks
        Arbitrary<ZoneId> zones = Arbitraries.of("UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe")
                .map(ZoneId::of);
        return Combinators.combine(
                        people,
                        zones,
                        Arbitraries.integers().between(0, 900).map(LocalDate.parse("2026-01-01")::plusDays),
                        Arbitraries.of(DayOfWeek.class),
                        Arbitraries.integers().between(0, 24 * 60 - 1).map(minute -> LocalTime.MIN.plusMinutes(minute)),
                        Arbitraries.integers().between(1, ShiftPattern.MOST_WEEKS))
                .as((who, zone, first, day, time, turns) ->
                        new Rotation(who, StaffRole.ENGINEER, zone, first, day, time, turns));
    }

    @Property(tries = 60)
    void atEachMinuteExactlyOneIsOnDuty(@ForAll("rotations") Rotation rotation) {
        List<Shift> shifts = rotation.shifts();
        Instant end = shifts.get(shifts.size() - 1).until();
        for (Instant minute = shifts.get(0).from(); minute.isBefore(end); minute = minute.plus(1, ChronoUnit.MINUTES)) {
            Instant now = minute;
            int onDuty = 0;
            for (Shift shift : shifts) {
                onDuty += shift.covers(now) ? 1 : 0;
            }
            if (onDuty != 1) {
                throw new AssertionError(onDuty + " are on duty at " + now);
            }
        }
    }

    @Property(tries = 200)
    void eachTakesOverInTurnByTheClocksOfTheZone(@ForAll("rotations") Rotation rotation) {
        List<Shift> shifts = rotation.shifts();

        assertThat(shifts).hasSize(rotation.turns());
        for (int turn = 0; turn < shifts.size(); turn++) {
            ZonedDateTime begin = shifts.get(turn).from().atZone(rotation.zone());
            assertThat(shifts.get(turn).person())
                    .isEqualTo(rotation.people().get(turn % rotation.people().size()));
            LocalDate day = begin.toLocalDate();
            assertThat(begin.toInstant())
                    .isEqualTo(day.atTime(rotation.handoverTime())
                            .atZone(rotation.zone())
                            .toInstant());
            if (turn == 0) {
                assertThat(day).isEqualTo(rotation.firstDay());
            } else {
                assertThat(day.getDayOfWeek()).isEqualTo(rotation.handoverDay());
                assertThat(ChronoUnit.DAYS.between(
                                shifts.get(turn - 1)
                                        .from()
                                        .atZone(rotation.zone())
                                        .toLocalDate(),
                                day))
                        .isBetween(1L, 7L);
            }
        }
    }
}
