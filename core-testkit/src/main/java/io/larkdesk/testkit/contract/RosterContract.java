package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.Absence;
import io.larkdesk.core.roster.AbsenceReason;
import io.larkdesk.core.roster.Shift;
import io.larkdesk.core.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.roster.Roster}. */
public abstract class RosterContract extends StoresContract {

    private static final Duration HOUR = Duration.ofHours(1);

    private Tenant provider;
    private Person eva;
    private Person eli;

    /** Made for subclasses. */
    protected RosterContract() {}

    @BeforeEach
    void employ() {
        provider = scene().provider("Alder Cloud");
        eva = scene().staff(provider, "Eva", StaffRole.ENGINEER);
        eli = scene().staff(provider, "Eli", StaffRole.ENGINEER);
    }

    @Test
    void aShiftCoversItsBeginningAndNotItsEnd() {
        Instant from = present();
        Shift shift = scene().shift(eva, StaffRole.ENGINEER, from, HOUR);
        assertThat(stores().roster().listAt(provider.id(), StaffRole.ENGINEER, from.minusMillis(1)))
                .isEmpty();
        assertThat(stores().roster().listAt(provider.id(), StaffRole.ENGINEER, from))
                .containsExactly(shift);
        assertThat(stores().roster()
                        .listAt(provider.id(), StaffRole.ENGINEER, shift.until().minusMillis(1)))
                .containsExactly(shift);
        assertThat(stores().roster().listAt(provider.id(), StaffRole.ENGINEER, shift.until()))
                .isEmpty();
        assertThat(stores().roster().listAt(provider.id(), StaffRole.DUTY_MANAGER, from))
                .isEmpty();
        assertThat(stores().roster().listAt(scene().customer("Acme").id(), StaffRole.ENGINEER, from))
                .isEmpty();
    }

    @Test
    void aSpanHasTheShiftsThatShareAnyTimeWithItTheFirstFirst() {
        Instant from = present();
        Instant until = from.plus(HOUR);
        scene().shift(eva, StaffRole.ENGINEER, from.minus(HOUR), HOUR);
        Shift before = scene().shift(eva, StaffRole.DUTY_MANAGER, from.minus(HOUR), HOUR.plusMillis(1));
        Shift after = scene().shift(eli, StaffRole.ENGINEER, until.minusMillis(1), HOUR);
        Shift within = scene().shift(eva, StaffRole.ENGINEER, from.plusMillis(1), Duration.ofMillis(1));
        scene().shift(eva, StaffRole.ENGINEER, until, HOUR);
        assertThat(stores().roster().listDuring(provider.id(), from, until)).containsExactly(before, within, after);
    }

    @Test
    void aShiftThatBeginsAtTheSameTimeReplacesTheOther() {
        Instant from = present();
        scene().shift(eva, StaffRole.ENGINEER, from, HOUR);
        Shift longer = scene().shift(eva, StaffRole.ENGINEER, from, HOUR.multipliedBy(2));
        Shift others = scene().shift(eli, StaffRole.ENGINEER, from, HOUR);
        assertThat(stores().roster().listAt(provider.id(), StaffRole.ENGINEER, from))
                .containsExactlyInAnyOrder(longer, others);
    }

    @Test
    void aShiftIsDeletedOnce() {
        Shift shift = scene().shift(eva, StaffRole.ENGINEER, present(), HOUR);
        Shift other = scene().shift(eva, StaffRole.DUTY_MANAGER, shift.from(), HOUR);
        assertThat(stores().roster().delete(shift)).isTrue();
        assertThat(stores().roster().delete(shift)).isFalse();
        assertThat(stores().roster().listDuring(provider.id(), shift.from(), shift.until()))
                .containsExactly(other);
    }

    private Absence away(Person person, Instant from, Duration length, String... reason) {
        Absence absence = new Absence(
                person.id(),
                from,
                from.plus(length),
                Arrays.stream(reason).findFirst().map(AbsenceReason::new));
        stores().roster().save(absence);
        return absence;
    }

    @Test
    void aSpanHasTheAbsencesThatShareAnyTimeWithItTheFirstFirst() {
        Instant from = present();
        Instant until = from.plus(HOUR);
        away(eva, from.minus(HOUR), HOUR);
        Absence after = away(eli, until.minusMillis(1), HOUR);
        Absence before = away(eli, from.minus(HOUR), HOUR.plusMillis(1), "Zahnärztin");
        away(eva, until, HOUR);
        assertThat(stores().roster().listAbsences(provider.id(), from, until)).containsExactly(before, after);
        assertThat(stores().roster().listAbsences(scene().customer("Acme").id(), from, until))
                .isEmpty();
    }

    @Test
    void anAbsenceThatBeginsAtTheSameTimeReplacesTheOther() {
        Instant from = present();
        away(eva, from, HOUR, "Leave");
        Absence longer = away(eva, from, HOUR.multipliedBy(2));
        assertThat(stores().roster().listAbsences(provider.id(), from, from.plus(HOUR)))
                .containsExactly(longer);
    }

    @Test
    void anAbsenceIsDeletedOnce() {
        Absence absence = away(eva, present(), HOUR);
        Absence other = away(eli, absence.from(), HOUR);
        assertThat(stores().roster().delete(absence)).isTrue();
        assertThat(stores().roster().delete(absence)).isFalse();
        assertThat(stores().roster().listAbsences(provider.id(), absence.from(), absence.until()))
                .containsExactly(other);
    }

    @Test
    void thatPeoplePlanIsNotedForGood() {
        assertThat(stores().roster().isPlanned(provider.id())).isFalse();
        stores().roster().notePlanned(provider.id());
        stores().roster().notePlanned(provider.id());
        assertThat(stores().roster().isPlanned(provider.id())).isTrue();
        assertThat(stores().roster().isPlanned(scene().customer("Acme").id())).isFalse();
    }
}
