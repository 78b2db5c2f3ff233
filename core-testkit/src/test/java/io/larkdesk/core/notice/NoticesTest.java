package io.larkdesk.core.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.notice.NoticeChannel.Deferred;
import io.larkdesk.core.notice.NoticeChannel.Outcome;
import io.larkdesk.core.notice.NoticeChannel.Refused;
import io.larkdesk.core.notice.NoticeChannel.Unknown;
import io.larkdesk.core.onboarding.Drift;
import io.larkdesk.core.onboarding.Finding.Check;
import io.larkdesk.core.onboarding.Onboarding;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.Gap;
import io.larkdesk.core.roster.Shift;
import io.larkdesk.core.tenant.OrganisationName;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class NoticesTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final NoticeDesk desk = new NoticeDesk();
    private final Instant start = desk.clock.instant();

    private Instant day(int days) {
        return start.plus(DAY.multipliedBy(days));
    }

    /** Both roles, from the start on for {@code days}. */
    private void staffed(int days) {
        desk.onDuty(desk.eva, StaffRole.ENGINEER, start, DAY.multipliedBy(days));
        desk.onDuty(desk.dora, StaffRole.DUTY_MANAGER, start, DAY.multipliedBy(days));
    }

    private static Gap gap(Instant from, Instant until) {
        return new Gap(StaffRole.ENGINEER, from, until);
    }

    @Test
    void whoIsDutyManagerIsToldOfAGapOnce() {
        staffed(20);
        desk.stores.roster().delete(new Shift(desk.eva.id(), StaffRole.ENGINEER, start, day(20)));
        desk.onDuty(desk.eva, StaffRole.ENGINEER, start, DAY.multipliedBy(3));
        desk.onDuty(desk.eva, StaffRole.ENGINEER, day(4), DAY.multipliedBy(16));

        assertThat(desk.tellGaps.execute()).containsExactly(gap(day(3), day(4)));
        assertThat(desk.delivered()).singleElement().satisfies(notice -> {
            assertThat(notice.person()).isEqualTo(desk.dora.id());
            assertThat(notice.matter()).isEqualTo(new Matter.Unstaffed(List.of(gap(day(3), day(4))), day(14)));
        });
        for (int hour = 0; hour < 5 * 24; hour++) {
            assertThat(desk.tellGaps.execute()).isEmpty();
            desk.clock.advance(HOUR);
        }
        assertThat(desk.delivered()).isEmpty();
    }

    @Test
    void aGapThatComesInSightIsToldOnceHoweverLongItTurnsOutToBe() {
        staffed(14);
        assertThat(desk.tellGaps.execute()).isEmpty();
        desk.clock.advance(HOUR);
        assertThat(desk.tellGaps.execute()).extracting(Gap::from).containsExactly(day(14), day(14));
        for (int hour = 0; hour < 20 * 24; hour++) {
            desk.clock.advance(HOUR);
            assertThat(desk.tellGaps.execute()).isEmpty();
        }
    }

    @Test
    void aGapThatBecomesLongerThanItWasToldIsNewsButTheNextDayOnly() {
        staffed(31);
        Shift shift = new Shift(desk.eva.id(), StaffRole.ENGINEER, start, day(31));
        desk.stores.roster().delete(shift);
        desk.onDuty(desk.eva, StaffRole.ENGINEER, start, DAY.multipliedBy(3));
        desk.onDuty(desk.eva, StaffRole.ENGINEER, day(4), DAY);
        desk.onDuty(desk.eva, StaffRole.ENGINEER, day(5), DAY.multipliedBy(26));
        assertThat(desk.tellGaps.execute()).containsExactly(gap(day(3), day(4)));

        desk.stores.roster().delete(new Shift(desk.eva.id(), StaffRole.ENGINEER, day(4), day(5)));
        desk.clock.advance(DAY.minusMillis(1));
        assertThat(desk.tellGaps.execute()).isEmpty();
        desk.clock.advance(Duration.ofMillis(1));
        assertThat(desk.tellGaps.execute()).containsExactly(gap(day(3), day(5)));
        desk.clock.advance(DAY);
        assertThat(desk.tellGaps.execute()).isEmpty();
    }

    @Test
    void withoutADutyManagerAdministratorsAreTold() {
        desk.onDuty(desk.eva, StaffRole.ENGINEER, start, DAY.multipliedBy(31));

        assertThat(desk.tellGaps.execute())
                .containsExactly(new Gap(StaffRole.DUTY_MANAGER, start, start.plus(ToldGaps.AHEAD)));
        assertThat(desk.delivered()).extracting(Notice::person).containsExactly(desk.ada.id());
    }

    @Test
    void whereNobodyCanBeToldAGapIsToldLater() {
        desk.stores.people().save(desk.ada.inRole(Optional.empty()));
        assertThat(desk.tellGaps.execute()).isEmpty();
        desk.stores.people().save(desk.ada);
        assertThat(desk.tellGaps.execute()).hasSize(2);
    }

    @Test
    void theTamIsToldOfADriftOnce() {
        Tenant acme = desk.scene.customer("Acme");
        desk.scene.join(desk.scene.group(acme), desk.sofia);
        Drift drift = new Drift(acme.id(), start, Set.of(Check.BOT));
        desk.stores.preflights().add(drift);

        assertThat(desk.tellDrift.execute().orElseThrow().tam()).map(Person::id).contains(desk.sofia.id());
        assertThat(desk.tellDrift.execute()).isEmpty();
        List<ClaimNotices.Claim> claims = desk.claim.execute(9);
        assertThat(claims).singleElement().satisfies(claim -> {
            assertThat(claim.message().notice().person()).isEqualTo(desk.sofia.id());
            assertThat(claim.message().notice().matter()).isEqualTo(new Matter.Drifted(drift));
            assertThat(claim.message().organisation()).contains("Acme");
            assertThat(claim.tenant()).isEqualTo(desk.provider);
        });
    }

    @Test
    void whoSignsInFirstIsToldByTheCustomersOwnBotThatItIsInService() {
        Tenant acme = desk.scene.customer("Acme");
        Person ann = desk.scene.person(acme, "Ann");
        Onboarding onboarding = new Onboarding(
                acme.id(),
                new OrganisationName("Acme"),
                new PlanName("Gold"),
                desk.sofia.id(),
                Set.of(),
                Optional.empty(),
                start,
                Optional.empty());
        desk.stores.onboardings().save(onboarding);
        desk.signedInFirst(ann);
        assertThat(desk.delivered()).isEmpty();

        desk.stores.onboardings().save(over(onboarding));
        desk.signedInFirst(ann);

        assertThat(desk.claim.execute(9)).singleElement().satisfies(claim -> {
            assertThat(claim.tenant()).isEqualTo(acme);
            assertThat(claim.message().recipient()).isEqualTo(ann);
            assertThat(claim.message().notice().matter()).isEqualTo(new Matter.Activated(acme.id()));
        });
    }

    private Onboarding over(Onboarding onboarding) {
        return new Onboarding(
                onboarding.tenant(),
                onboarding.organisation(),
                onboarding.plan(),
                onboarding.tam(),
                onboarding.said(),
                onboarding.link(),
                start,
                Optional.of(start));
    }

    @Test
    void aCustomersPeopleAreToldNothingElse() {
        Tenant acme = desk.scene.customer("Acme");
        Person ann = desk.scene.person(acme, "Ann");
        Tenant other = desk.scene.customer("Other");
        desk.stores.transactions().inTransaction(now -> {
            desk.tellPerson.execute(List.of(ann.id()), new Matter.Activated(other.id()), now);
            desk.tellPerson.execute(
                    List.of(ann.id()), new Matter.Drifted(new Drift(acme.id(), now, Set.of(Check.BOT))), now);
            return now;
        });

        assertThat(desk.claim.execute(9)).isEmpty();
    }

    private Notice claimed() {
        return desk.claim.execute(9).get(0).message().notice();
    }

    private void tell() {
        Tenant acme = desk.scene.customer("Acme");
        desk.stores.transactions().inTransaction(now -> {
            desk.tellPerson.execute(List.of(desk.sofia.id()), new Matter.Activated(acme.id()), now);
            return now;
        });
    }

    private void fails(Outcome outcome) {
        assertThat(desk.settle.execute(claimed(), outcome)).isTrue();
    }

    @Test
    void whatDidNotArriveIsTriedAgainWithPausesThatGrow() {
        tell();
        fails(new Deferred(Duration.ZERO, "busy"));
        desk.clock.advance(Duration.ofMinutes(1).minusMillis(1));
        assertThat(desk.claim.execute(9)).isEmpty();
        desk.clock.advance(Duration.ofMillis(1));
        fails(new Deferred(Duration.ofMinutes(10), "busy"));
        desk.clock.advance(Duration.ofMinutes(10));
        for (int attempt = 3; attempt <= Delivery.MOST_ATTEMPTS; attempt++) {
            fails(new Deferred(Duration.ZERO, "busy"));
            desk.clock.advance(HOUR);
        }
        assertThat(desk.claim.execute(9)).isEmpty();
    }

    @Test
    void whatMayHaveArrivedIsSentAgainWithinLarksHourOnly() {
        tell();
        Instant first = desk.clock.instant();
        int attempts = 0;
        for (Optional<Notice> next = Optional.of(claimed()); next.isPresent(); next = next()) {
            assertThat(desk.settle.execute(next.get(), new Unknown("cut off"))).isTrue();
            assertThat(desk.clock.instant().plus(Delivery.ATTEMPT_WITHIN)).isBefore(first.plus(Duration.ofHours(1)));
            attempts++;
        }
        assertThat(attempts).isGreaterThan(3);
    }

    private Optional<Notice> next() {
        for (int minute = 0; minute < 90; minute++) {
            desk.clock.advance(Duration.ofMinutes(1));
            Optional<ClaimNotices.Claim> claim = desk.claim.execute(9).stream().findFirst();
            if (claim.isPresent()) {
                return claim.map(found -> found.message().notice());
            }
        }
        return Optional.empty();
    }

    @Test
    void anAttemptThatWasOvertakenChangesNothing() {
        tell();
        Notice first = claimed();
        desk.clock.advance(Delivery.ATTEMPT_WITHIN);
        Notice second = claimed();

        assertThat(desk.settle.execute(first, new Refused("too late"))).isFalse();
        assertThat(desk.settle.execute(second, new NoticeChannel.Delivered("om_1")))
                .isTrue();
        desk.clock.advance(DAY);
        assertThat(desk.claim.execute(9)).isEmpty();
    }

    @Test
    void whoIsNotOnTheStaffAnyMoreIsToldNothing() {
        tell();
        desk.stores.people().save(desk.sofia.inRole(Optional.empty()));
        assertThat(desk.claim.execute(9)).isEmpty();
        desk.stores.people().save(desk.sofia);
        assertThat(desk.claim.execute(9)).isEmpty();
    }
}
