package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.conversation.ClientId;
import io.larkdesk.core.escalation.Emergencies;
import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.Emergency.Acknowledged;
import io.larkdesk.core.escalation.Emergency.Declaration;
import io.larkdesk.core.escalation.Emergency.Ended;
import io.larkdesk.core.escalation.Emergency.Paging;
import io.larkdesk.core.escalation.Emergency.State;
import io.larkdesk.core.escalation.Emergency.Timer;
import io.larkdesk.core.escalation.Emergency.Unanswered;
import io.larkdesk.core.escalation.EmergencyId;
import io.larkdesk.core.escalation.EscalationPolicy;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.Person;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.shared.ConflictException;
import io.larkdesk.core.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link Emergencies}. */
public abstract class EmergenciesContract extends StoresContract {

    private static final EscalationPolicy POLICY = new EscalationPolicy(
            List.of(
                    new EscalationPolicy.Step(StaffRole.ENGINEER, Duration.ofMillis(300_001)),
                    new EscalationPolicy.Step(StaffRole.DUTY_MANAGER, Duration.ofMinutes(2))),
            Optional.of(3),
            Duration.ofMinutes(30));

    private GroupId one;
    private GroupId two;
    private Person ann;
    private Person eva;
    private Person eli;

    /** Made for subclasses. */
    protected EmergenciesContract() {}

    @BeforeEach
    void openTickets() {
        Tenant acme = scene().customer("Acme");
        Tenant provider = scene().provider("Alder Cloud");
        ann = scene().person(acme, "Ann");
        eva = scene().staff(provider, "Eva", StaffRole.ENGINEER);
        eli = scene().staff(provider, "Eli", StaffRole.ENGINEER);
        var group = scene().group(acme);
        one = scene().ticket(group, ann).id();
        two = scene().ticket(group, ann).id();
    }

    @Test
    void anEmergencyIsFoundAsStoredInEachState() {
        Instant now = present();
        List<State> states = List.of(
                new Paging(0, new Timer(now.plusMillis(7), false)),
                new Paging(4, new Timer(now, true)),
                new Unanswered(now),
                new Acknowledged(eva.id(), now, true, Set.of(), new Timer(now, false)),
                new Acknowledged(eva.id(), now, false, Set.of(eli.id(), ann.id()), new Timer(now, true)),
                new Ended(eli.id(), now, "restored “everything”"));
        Emergency first = emergency(1, one, now, states.get(0));
        stores().emergencies().add(first, now);

        for (State state : states) {
            Emergency next = in(first, state);
            inTransaction(time -> stores().emergencies().save(next, time));

            assertThat(stores().emergencies().find(first.id())).contains(next);
            assertThat(stores().emergencies().findLast(one)).contains(next);
            assertThat(stores().emergencies().findActive(one))
                    .isEqualTo(Optional.of(next).filter(Emergency::isActive));
        }
    }

    @Test
    void theCustomersWordThatAllWorksIsKept() {
        Instant now = present();
        Emergency first = emergency(1, one, now, new Unanswered(now));
        stores().emergencies().add(first, now);
        Emergency back = new Emergency(
                first.id(),
                first.start(),
                first.policy(),
                7,
                9,
                first.state(),
                Optional.of(new Emergency.Back(ann.id(), now.plusMillis(3))));

        inTransaction(time -> stores().emergencies().save(back, time));

        assertThat(stores().emergencies().find(first.id())).contains(back);
    }

    @Test
    void aTicketHasOneThatIsNotOver() {
        Instant now = present();
        Emergency first = emergency(1, one, now, new Unanswered(now));
        stores().emergencies().add(first, now);

        assertThatThrownBy(() -> stores().emergencies().add(emergency(2, one, now, new Unanswered(now)), now))
                .isInstanceOf(ConflictException.class);
        stores().emergencies().add(emergency(3, two, now, new Unanswered(now)), now);
        inTransaction(time -> stores().emergencies().save(in(first, new Ended(eva.id(), now, "done")), time));
        Emergency later = emergency(4, one, now.plusMillis(1), new Unanswered(now));
        stores().emergencies().add(later, now);

        assertThat(stores().emergencies().findActive(one)).contains(later);
        assertThat(stores().emergencies().findLast(one)).contains(later);
    }

    @Test
    void whatIsNotThereIsNotFound() {
        Instant now = present();
        Emergency first = emergency(1, one, now, new Unanswered(now));
        stores().emergencies().add(first, now);

        assertThat(stores().emergencies().find(new EmergencyId(two, first.id().value())))
                .isEmpty();
        assertThat(stores().emergencies().findActive(two)).isEmpty();
        assertThat(stores().emergencies().findLast(two)).isEmpty();
        inTransaction(time -> assertThat(stores().emergencies().lock(new EmergencyId(two, new UUID(0, 9))))
                .isEmpty());
    }

    @Test
    void allWhoDeclareAreKeptOnceInOrder() {
        Instant now = present();
        Emergency first = emergency(1, one, now, new Unanswered(now));
        stores().emergencies().add(first, now);
        Declaration second = declaration(2, ann, now.plusMillis(5));
        Declaration third = declaration(3, ann, now.plusMillis(9));

        stores().emergencies().join(first.id(), third);
        stores().emergencies().join(first.id(), second);
        stores().emergencies().join(first.id(), declaration(2, ann, now.plusMillis(99)));

        assertThat(stores().emergencies().listDeclarations(first.id())).containsExactly(first.start(), second, third);
        assertThat(stores().emergencies().findByClientId(one, ann.id(), second.clientId()))
                .contains(first);
        assertThat(stores().emergencies()
                        .findByClientId(one, ann.id(), first.start().clientId()))
                .contains(first);
        assertThat(stores().emergencies().findByClientId(one, eva.id(), second.clientId()))
                .isEmpty();
        assertThat(stores().emergencies().findByClientId(two, ann.id(), second.clientId()))
                .isEmpty();
    }

    @Test
    void startsAreCountedFromAnInstantOn() {
        Instant now = present();
        stores().emergencies().add(emergency(1, one, now.minusMillis(1), new Ended(eva.id(), now, "x")), now);
        stores().emergencies().add(emergency(2, one, now, new Unanswered(now)), now);
        stores().emergencies().add(emergency(3, two, now.plusMillis(1), new Unanswered(now)), now);

        assertThat(stores().emergencies().countStartedBy(ann.id(), now)).isEqualTo(2);
        assertThat(stores().emergencies().countStartedBy(ann.id(), now.plusMillis(2)))
                .isZero();
        assertThat(stores().emergencies().countStartedBy(eva.id(), Instant.EPOCH))
                .isZero();
    }

    @Test
    void dueIsWhatHasItsTimeTheLongestFirst() {
        Instant now = present();
        Emergency later = due(1, one, now);
        Emergency earlier = due(2, two, now.minusMillis(1));

        inTransaction(time -> {
            assertThat(stores().emergencies().lockDue(now.minusMillis(2), 9)).isEmpty();
            assertThat(stores().emergencies().lockDue(now.minusMillis(1), 9)).containsExactly(earlier);
            assertThat(stores().emergencies().lockDue(now, 9)).containsExactly(earlier, later);
            assertThat(stores().emergencies().lockDue(now, 1)).hasSize(1);
        });
        assertThat(stores().emergencies().listDue(now, 9)).containsExactly(earlier, later);
        assertThat(stores().emergencies().listDue(now, 1)).containsExactly(earlier);
        assertThat(stores().emergencies().listDue(now.minusMillis(2), 9)).isEmpty();
        assertThat(stores().emergencies().findEarliestDue()).contains(now.minusMillis(1));
    }

    @Test
    void nothingIsDueWhereNothingIsPlanned() {
        Instant now = present();
        stores().emergencies().add(emergency(1, one, now, new Unanswered(now)), now);

        inTransaction(time -> assertThat(stores().emergencies().lockDue(now.plus(Duration.ofDays(9)), 9))
                .isEmpty());
        assertThat(stores().emergencies().findEarliestDue()).isEmpty();
    }

    @Test
    void whatWasNotedBeforeTheClockWasSetBackIsLookedAt() {
        Instant now = present();
        Emergency emergency = emergency(1, one, now, new Paging(0, new Timer(now.plusSeconds(300), false)));
        stores().emergencies().add(emergency, now);
        Instant edge = now.minus(Emergency.CLOCK_STEP);

        inTransaction(time -> {
            assertThat(stores().emergencies().lockDue(edge, 9)).isEmpty();
            assertThat(stores().emergencies().lockDue(edge.minusMillis(1), 9)).containsExactly(emergency);
        });
    }

    @Test
    void whatIsHeldElsewhereIsSkippedAndLeftToTheNext() {
        Instant now = present();
        Emergency held = due(1, one, now);
        Emergency free = due(2, two, now);

        inTransaction(time -> {
            assertThat(stores().emergencies().lock(held.id())).contains(held);
            assertThat(dueElsewhere(now)).containsExactly(free);
        });
        assertThat(dueElsewhere(now)).hasSize(2);
    }

    @Test
    void ofManyWhoLockOneEachFindsWhatTheLastLeft() {
        Instant now = present();
        Emergency first = due(1, one, now);

        Together.run(6, worker -> transactions().inTransaction(time -> {
            Emergency held = stores().emergencies().lock(first.id()).orElseThrow();
            stores().emergencies().save(version(held, held.version() + 1), time);
            return worker;
        }));

        assertThat(stores().emergencies().find(first.id()).orElseThrow().version())
                .isEqualTo(first.version() + 6);
    }

    @Test
    void endedOnesAreListedTheLastToEndFirst() {
        Instant now = present();
        Emergency early = ended(1, one, now, now.plusMillis(5));
        Emergency late = ended(2, one, now.plusMillis(1), now.plusMillis(9));
        Emergency same = ended(3, two, now, now.plusMillis(9));
        Emergency active = emergency(4, two, now, new Unanswered(now));
        stores().emergencies().add(active, now);

        assertThat(stores().emergencies().listEnded(Optional.empty(), 9)).containsExactly(same, late, early);
        assertThat(stores().emergencies().listEnded(Optional.empty(), 1)).containsExactly(same);
        assertThat(stores().emergencies().listEnded(Optional.of(same.id()), 1)).containsExactly(late);
        assertThat(stores().emergencies().listEnded(Optional.of(late.id()), 9)).containsExactly(early);
        assertThat(stores().emergencies().listEnded(Optional.of(early.id()), 9)).isEmpty();
        assertThat(stores().emergencies().listEnded(Optional.of(active.id()), 9))
                .isEmpty();
        assertThat(stores().emergencies().countActive()).isEqualTo(1);
    }

    private Emergency ended(int number, GroupId ticket, Instant at, Instant endedAt) {
        Emergency emergency = emergency(number, ticket, at, new Ended(eva.id(), endedAt, "done"));
        stores().emergencies().add(emergency, at);
        return emergency;
    }

    @Test
    void activeOnesAreListedTheOldestFirst() {
        Instant now = present();
        Emergency second = emergency(1, one, now.plusMillis(1), new Unanswered(now));
        stores().emergencies().add(second, now);
        Emergency first = emergency(2, two, now, new Unanswered(now));
        stores().emergencies().add(first, now);

        assertThat(stores().emergencies().listActive(Optional.empty(), 9)).containsExactly(first, second);
        assertThat(stores().emergencies().listActive(Optional.empty(), 1)).containsExactly(first);
        assertThat(stores().emergencies().listActive(Optional.of(first.id()), 9))
                .containsExactly(second);
        assertThat(stores().emergencies().listActive(one.tenant())).containsExactlyInAnyOrder(first, second);
        assertThat(stores().emergencies().listActive(List.of(one, two))).containsExactlyInAnyOrder(first, second);
        assertThat(stores().emergencies().listActive(List.of(two))).containsExactly(first);
        assertThat(stores().emergencies().listActive(List.of())).isEmpty();
        assertThat(stores().emergencies().listActive(scene().customer("Other").id()))
                .isEmpty();
        inTransaction(time -> stores().emergencies().save(in(second, new Ended(eva.id(), now, "x")), time));
        assertThat(stores().emergencies().listActive(Optional.empty(), 9)).containsExactly(first);
        assertThat(stores().emergencies().listActive(one.tenant())).containsExactly(first);
        assertThat(stores().emergencies().listActive(List.of(one, two))).containsExactly(first);
    }

    @Test
    void holdingNeedsATransaction() {
        assertThatThrownBy(() -> stores().emergencies().lock(new EmergencyId(one, new UUID(0, 1))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> stores().emergencies().lockDue(Instant.EPOCH, 1))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatIsRolledBackHasNotHappened() {
        Instant now = present();
        Emergency first = due(1, one, now);

        assertThatThrownBy(() -> inTransaction(time -> {
                    stores().emergencies().save(version(first, 9), time);
                    stores().emergencies().join(first.id(), declaration(5, ann, now));
                    throw new IllegalStateException("on purpose");
                }))
                .hasMessage("on purpose");

        assertThat(stores().emergencies().find(first.id())).contains(first);
        assertThat(stores().emergencies().listDeclarations(first.id())).hasSize(1);
    }

    private List<Emergency> dueElsewhere(Instant now) {
        return elsewhere(() ->
                transactions().inTransaction(other -> stores().emergencies().lockDue(now, 9)));
    }

    private Emergency due(int number, GroupId ticket, Instant at) {
        Emergency emergency = emergency(number, ticket, at, new Paging(0, new Timer(at, false)));
        stores().emergencies().add(emergency, at);
        return emergency;
    }

    private Declaration declaration(int number, Person by, Instant at) {
        return new Declaration(
                by.id(), at, Emergency.Reason.DATA_LOSS, "impact " + number, new ClientId(new UUID(5, number)));
    }

    private Emergency emergency(int number, GroupId ticket, Instant at, State state) {
        return new Emergency(
                new EmergencyId(ticket, new UUID(4, number)),
                declaration(100 + number, ann, at),
                POLICY,
                2,
                5,
                state,
                Optional.empty());
    }

    private static Emergency in(Emergency emergency, State state) {
        return new Emergency(emergency.id(), emergency.start(), emergency.policy(), 3, 6, state, emergency.back());
    }

    private static Emergency version(Emergency emergency, long version) {
        return new Emergency(
                emergency.id(),
                emergency.start(),
                emergency.policy(),
                version,
                emergency.steps(),
                emergency.state(),
                emergency.back());
    }
}
