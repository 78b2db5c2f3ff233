package io.larkdesk.testkit.law;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.escalation.AcknowledgeEmergency;
import io.larkdesk.core.escalation.ClaimPages.Claim;
import io.larkdesk.core.escalation.CommandResult;
import io.larkdesk.core.escalation.ConfirmEmergency;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.EscalationPolicy;
import io.larkdesk.core.escalation.HandOverEmergency;
import io.larkdesk.core.escalation.Page;
import io.larkdesk.core.escalation.Page.End;
import io.larkdesk.core.escalation.Page.Kind;
import io.larkdesk.core.escalation.Page.Over;
import io.larkdesk.core.escalation.Page.Sending;
import io.larkdesk.core.escalation.Page.State;
import io.larkdesk.core.escalation.Pager;
import io.larkdesk.core.escalation.PagingPolicy;
import io.larkdesk.core.escalation.WatchEmergencies;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.tenant.TenantState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of single pages: tried again, put off, refused, not needed any more, changed afterwards. */
class PagesOnTheirWayTest extends EscalationScene {

    private static final Duration ATTEMPT = PagingPolicy.DEFAULT.attemptWithin();
    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration MILLI = Duration.ofMillis(1);
    private static final Pager.Outcome UNKNOWN = new Pager.Unknown("no answer");
    private static final Pager.Outcome REFUSED = new Pager.Refused(End.UNREACHABLE, "not available");
    private static final Pager.Outcome PUT_OFF = new Pager.Deferred(PAUSE, "too many requests");

    private List<Claim> claims(Kind kind) {
        return desk.claimPages.execute(50).stream()
                .filter(claim ->
                        claim.receipt().isEmpty() && claim.page().about().kind() == kind)
                .toList();
    }

    private Claim claimed(Kind kind) {
        List<Claim> claims = claims(kind);
        assertThat(claims).hasSize(1);
        return claims.get(0);
    }

    private List<Claim> changes() {
        return desk.claimPages.execute(50).stream()
                .filter(claim -> claim.receipt().isPresent())
                .toList();
    }

    private boolean settle(Claim claim, Pager.Outcome outcome) {
        return desk.settlePage.execute(claim.page(), outcome);
    }

    private void deliver(Claim claim) {
        settle(claim, new Pager.Delivered("om_" + claim.page().id()));
    }

    private State lastPageTo(Person person, Emergency emergency) {
        List<Page> pages = stores.pages().list(emergency.id()).stream()
                .filter(page -> page.person().equals(person.id()))
                .toList();
        return pages.get(pages.size() - 1).state();
    }

    private Optional<Instant> due(Emergency emergency) {
        return stores.emergencies().find(emergency.id()).orElseThrow().due();
    }

    private void acknowledge(Emergency emergency, Person person) {
        assertThat(desk.acknowledge.execute(new AcknowledgeEmergency.Command(emergency.id(), person.id(), 1)))
                .isInstanceOf(CommandResult.Done.class);
    }

    private void handOver(Emergency emergency, Person from, Person to, long seen) {
        assertThat(desk.handOver.execute(new HandOverEmergency.Command(emergency.id(), from.id(), to.id(), seen)))
                .isInstanceOf(CommandResult.Done.class);
    }

    private Emergency handedToEli() {
        onDuty(eva, StaffRole.ENGINEER);
        Emergency emergency = declare();
        acknowledge(emergency, eva);
        handOver(emergency, eva, eli, 2);
        return emergency;
    }

    @Test
    void aPageWithoutAnAnswerIsTriedAgainForFiftyMinutesAndThenNobodyKnows() {
        onDuty(eva, StaffRole.ENGINEER);
        Emergency emergency = declare();
        Instant last = clock.instant();
        for (List<Claim> claims = claims(Kind.ALERT); !claims.isEmpty(); claims = claims(Kind.ALERT)) {
            last = clock.instant();
            settle(claims.get(0), UNKNOWN);
            clock.set(lastPageTo(eva, emergency).due().orElseThrow());
        }

        assertThat(Duration.between(emergency.start().at(), last))
                .isBetween(Duration.ofMinutes(49), Duration.ofMinutes(50));
        assertThat(lastPageTo(eva, emergency)).isEqualTo(new Over(End.UNCONFIRMED, clock.instant()));
    }

    @Test
    void anAttemptThatWasOvertakenChangesNothingAndARefusedRetrySaysNothingOfTheFirst() {
        onDuty(eva, StaffRole.ENGINEER);
        Emergency emergency = declare();
        Claim first = claimed(Kind.ALERT);
        clock.advance(ATTEMPT);
        Claim second = claimed(Kind.ALERT);

        assertThat(settle(first, REFUSED)).isFalse();
        assertThat(lastPageTo(eva, emergency)).isEqualTo(second.page().state());
        assertThat(settle(second, REFUSED)).isTrue();
        assertThat(lastPageTo(eva, emergency)).isEqualTo(new Over(End.UNCONFIRMED, clock.instant()));
    }

    @Test
    void aPageThatLarkPutsOffIsSentLaterAsIfForTheFirstTime() {
        onDuty(eva, StaffRole.ENGINEER);
        declare();
        settle(claimed(Kind.ALERT), PUT_OFF);
        clock.advance(PAUSE.minus(MILLI));
        assertThat(claims(Kind.ALERT)).isEmpty();
        clock.advance(MILLI);

        Instant now = clock.instant();
        assertThat(claimed(Kind.ALERT).page().state()).isEqualTo(new Sending(1, now, now.plus(ATTEMPT)));
    }

    @Test
    void aPageThatMayHaveArrivedKeepsItsTimeWhenLarkPutsItOff() {
        onDuty(eva, StaffRole.ENGINEER);
        Emergency emergency = declare();
        Instant first = clock.instant();
        claimed(Kind.ALERT);
        clock.advance(ATTEMPT);
        settle(claimed(Kind.ALERT), new Pager.Deferred(Duration.ZERO, "too slow"));
        assertThat(lastPageTo(eva, emergency))
                .as("not before the attempt's own end")
                .isEqualTo(new Sending(2, first, clock.instant().plus(ATTEMPT)));
        clock.advance(ATTEMPT);
        settle(claimed(Kind.ALERT), PUT_OFF);

        assertThat(lastPageTo(eva, emergency))
                .isEqualTo(new Sending(3, first, clock.instant().plus(PAUSE)));
    }

    @Test
    void aCardWhoseChangeLarkPutsOffIsChangedLater() {
        onDuty(eva, StaffRole.ENGINEER);
        Emergency emergency = declare();
        deliverAll();
        acknowledge(emergency, eli);
        List<Claim> changes = changes();
        assertThat(changes).hasSize(1);
        settle(changes.get(0), PUT_OFF);

        clock.advance(PAUSE.minus(MILLI));
        assertThat(changes()).isEmpty();
        clock.advance(MILLI);
        assertThat(changes()).hasSize(1);
    }

    @Test
    void whoIsHandedAnEmergencyIsPagedUnlessItIsHandedOnBefore() {
        Emergency emergency = handedToEli();
        handOver(emergency, eli, tam, 3);

        Claim toTam = claimed(Kind.HANDED_OVER);

        assertThat(toTam.page().person()).isEqualTo(tam.id());
        assertThat(lastPageTo(eli, emergency)).isEqualTo(new Over(End.NOT_NEEDED, clock.instant()));
    }

    @Test
    void whoIsHandedAnEmergencySeesOnTheCardWhenItIsHandedOn() {
        Emergency emergency = handedToEli();
        deliver(claimed(Kind.HANDED_OVER));
        assertThat(lastPageTo(eli, emergency).due()).isEmpty();
        handOver(emergency, eli, tam, 3);
        Claim toTam = claimed(Kind.HANDED_OVER);
        handOver(emergency, tam, eva, 4);

        deliver(toTam);

        assertThat(lastPageTo(tam, emergency).due())
                .as("it was handed on while the page was on its way")
                .contains(clock.instant());
    }

    @Test
    void whereNobodyOfALevelIsReachedTheNextOneIsDueAtOnce() {
        onDuty(eva, StaffRole.ENGINEER);
        onDuty(eli, StaffRole.ENGINEER);
        Emergency emergency = declare();
        List<Claim> alerts = claims(Kind.ALERT);
        assertThat(alerts).hasSize(2);

        settle(alerts.get(0), REFUSED);
        assertThat(due(emergency)).contains(clock.instant().plus(EscalationPolicy.ACKNOWLEDGE_WITHIN));
        settle(alerts.get(1), REFUSED);

        assertThat(due(emergency)).contains(clock.instant());
    }

    @Test
    void whoWasPagedBeforeDoesNotKeepALevelWaitingThatIsNotReached() {
        onDuty(eva, StaffRole.ENGINEER);
        onDuty(tam, StaffRole.TAM);
        Emergency emergency = declare();
        deliverAll();
        clock.advance(EscalationPolicy.ACKNOWLEDGE_WITHIN);
        desk.advance.execute(10);

        settle(claimed(Kind.ALERT), REFUSED);

        assertThat(due(emergency)).contains(clock.instant());
    }

    @Test
    void whoIsHandedAnEmergencyAndIsNotReachedHasPagingResumedAtOnce() {
        Emergency emergency = handedToEli();

        settle(claimed(Kind.HANDED_OVER), REFUSED);

        assertThat(due(emergency)).contains(clock.instant());
    }

    @Test
    void whoConfirmedBeforeThePageWasRefusedKeepsTheEmergency() {
        Emergency emergency = handedToEli();
        Claim toEli = claimed(Kind.HANDED_OVER);
        desk.confirm.execute(new ConfirmEmergency.Command(emergency.id(), eli.id(), 3));

        settle(toEli, REFUSED);

        assertThat(due(emergency)).contains(clock.instant().plus(EscalationPolicy.CONFIRM_EVERY));
    }

    @Test
    void theCardThatAsksForItIsChangedOnceItIsConfirmedAndNotEachTime() {
        Emergency emergency = handedToEli();
        deliver(claimed(Kind.HANDED_OVER));
        assertThat(changes()).isEmpty();
        ConfirmEmergency.Command confirm = new ConfirmEmergency.Command(emergency.id(), eli.id(), 3);

        desk.confirm.execute(confirm);
        List<Claim> changes = changes();
        assertThat(changes).extracting(claim -> claim.page().person()).containsExactly(eli.id());
        changes.forEach(this::deliver);
        clock.advance(Duration.ofMinutes(1));
        desk.confirm.execute(confirm);

        assertThat(changes()).isEmpty();
    }

    @Test
    void newsDoNotGoToWhoCannotBeReachedAnyMore() {
        Emergency emergency = declare();
        acknowledge(emergency, eva);
        stores.people().save(ann.leftBehind());

        assertThat(claims(Kind.NEWS_ACKNOWLEDGED)).isEmpty();
        assertThat(lastPageTo(ann, emergency)).isEqualTo(new Over(End.UNREACHABLE, clock.instant()));
    }

    @Test
    void newsDoNotGoToACustomerOutOfService() {
        Emergency emergency = declare();
        acknowledge(emergency, eva);
        stores.tenants().save(acme.become(TenantState.SUSPENDED));

        assertThat(claims(Kind.NEWS_ACKNOWLEDGED)).isEmpty();
        assertThat(lastPageTo(ann, emergency)).isEqualTo(new Over(End.TENANT_SUSPENDED, clock.instant()));
    }

    @Test
    void cardsAndNewsOfAnEmergencyThatIsOverNameWhoEndedIt() {
        onDuty(eli, StaffRole.ENGINEER);
        Emergency emergency = declare();
        deliverAll();
        end(emergency);

        assertThat(desk.claimPages.execute(50))
                .hasSize(2)
                .allSatisfy(claim -> assertThat(claim.message().actor()).contains("Eva"));
    }

    @Test
    void aPageThatWasPlannedBeforeTheClockWasSetBackGoesWithinAnAttempt() {
        onDuty(eva, StaffRole.ENGINEER);
        declare();
        clock.advance(Duration.ofMinutes(-2));
        assertThat(claims(Kind.ALERT)).isEmpty();
        clock.advance(ATTEMPT);

        assertThat(claims(Kind.ALERT)).hasSize(1);
    }

    @Test
    void anAnswerCountsAlsoIfTheClockWasSetBackMeanwhile() {
        onDuty(eva, StaffRole.ENGINEER);
        Emergency emergency = declare();
        Claim claim = claimed(Kind.ALERT);
        clock.advance(Duration.ofHours(-1));
        assertThat(claims(Kind.ALERT)).isEmpty();

        assertThat(settle(claim, new Pager.Delivered("om_1"))).isTrue();
        assertThat(lastPageTo(eva, emergency)).isEqualTo(new Page.Sent("om_1", clock.instant(), Optional.empty()));
    }

    @Test
    void aPageThatWaitsForLessThanAMinuteIsNotOverdue() {
        declare();
        clock.advance(PagingPolicy.DEFAULT.lateAfter().minus(MILLI));

        assertThat(desk.watch.execute()).isEqualTo(new WatchEmergencies.Overdue(0, Duration.ZERO));
    }
}
