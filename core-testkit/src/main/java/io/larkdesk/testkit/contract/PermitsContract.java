package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.reminder.Permit;
import io.larkdesk.core.reminder.Permits;
import io.larkdesk.core.reminder.ReminderId;
import io.larkdesk.core.tenant.Tenant;
import io.larkdesk.testkit.Effort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The promises of {@link Permits}. */
public abstract class PermitsContract extends StoresContract {

    private Tenant acme;
    private PersonId ann;
    private PersonId bob;
    private Instant now;

    /** Made for subclasses. */
    protected PermitsContract() {}

    @BeforeEach
    void invite() {
        acme = scene().customer("Acme");
        ann = scene().person(acme, "Ann").id();
        bob = scene().person(acme, "Bob").id();
        now = present();
    }

    @Test
    void nobodyIsDueWhoWasNeverWoken() {
        assertThat(due(now)).isEmpty();
        assertThat(stores().permits().findEarliestDue()).isEmpty();
    }

    @Test
    void whoeverIsWokenIsDueAtThatInstantAndNotBefore() {
        wake(ann, now.plusSeconds(5));

        assertThat(due(now.plusSeconds(5).minusMillis(1))).isEmpty();
        assertThat(due(now.plusSeconds(5))).containsExactly(Permit.unused(ann));
        assertThat(due(now.plusSeconds(9))).containsExactly(Permit.unused(ann));
        assertThat(stores().permits().findEarliestDue()).contains(now.plusSeconds(5));
    }

    @Test
    void whoeverIsDueIsCountedFromThatInstantOn() {
        wake(ann, now.plusSeconds(5));
        wake(bob, now.plusSeconds(9));

        assertThat(stores().permits().countDue(now.plusSeconds(5).minusMillis(1)))
                .isZero();
        assertThat(stores().permits().countDue(now.plusSeconds(5))).isEqualTo(1);
        assertThat(stores().permits().countDue(now.plusSeconds(9))).isEqualTo(2);
    }

    @Test
    void wakingLaterDoesNotPutOff() {
        wake(ann, now.plusSeconds(5));
        wake(ann, now.plusSeconds(8));

        assertThat(due(now.plusSeconds(5))).containsExactly(Permit.unused(ann));
    }

    @Test
    void wakingEarlierBringsForward() {
        wake(ann, now.plusSeconds(5));
        wake(ann, now.plusSeconds(2));

        assertThat(stores().permits().findEarliestDue()).contains(now.plusSeconds(2));
    }

    @Test
    void wakingDoesNotReachBeforeThePermitOpens() {
        save(new Permit.Free(ann, now.plusSeconds(600)), Optional.empty());
        assertThat(due(now.plusSeconds(900))).isEmpty();

        wake(ann, now.plusSeconds(5));

        assertThat(due(now.plusSeconds(600).minusMillis(1))).isEmpty();
        assertThat(due(now.plusSeconds(600))).containsExactly(new Permit.Free(ann, now.plusSeconds(600)));
    }

    @Test
    void wakingAfterThePermitOpenedIsAsIfItWereUnused() {
        save(new Permit.Free(ann, now.minusSeconds(1)), Optional.empty());

        wake(ann, now.plusSeconds(5));

        assertThat(stores().permits().findEarliestDue()).contains(now.plusSeconds(5));
    }

    @Test
    void whoeverIsDueBeforeThePermitOpensStaysDue() {
        save(new Permit.Free(ann, now.plusSeconds(600)), Optional.of(now.plusSeconds(20)));

        wake(ann, now.plusSeconds(5));

        assertThat(stores().permits().findEarliestDue()).contains(now.plusSeconds(20));
    }

    @Test
    void aHeldPermitIsNotWoken() {
        save(held(ann, now.plusSeconds(15)), Optional.of(now.plusSeconds(23)));

        wake(ann, now.plusSeconds(5));

        assertThat(stores().permits().findEarliestDue()).contains(now.plusSeconds(23));
    }

    @Test
    void severalAreWokenAtOnce() {
        inTransaction(at -> stores().permits().wake(List.of(), now, now));
        inTransaction(at -> stores().permits().wake(new TreeSet<>(List.of(ann, bob)), now, now));

        assertThat(due(now)).containsExactlyInAnyOrder(Permit.unused(ann), Permit.unused(bob));
    }

    @Test
    void aRolledBackWakeWakesNobody() {
        assertThatThrownBy(() -> inTransaction(at -> {
                    stores().permits().wake(List.of(ann), now, now);
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(due(now)).isEmpty();
    }

    @Test
    void aPermitIsFoundAsSaved() {
        Permit.Held held =
                new Permit.Held(ann, new ReminderId(new UUID(9, 9)), 3, now.minusMillis(12_345), now.plusMillis(678));
        Permit.Free free = new Permit.Free(bob, now.plusMillis(1));
        save(held, Optional.of(now));
        save(free, Optional.empty());

        assertThat(lock(ann)).isEqualTo(held);
        assertThat(lock(bob)).isEqualTo(free);
        assertThat(stores().permits().get(ann)).isEqualTo(held);
        assertThat(stores().permits().get(bob)).isEqualTo(free);
        assertThat(due(now)).containsExactly(held);

        save(free, Optional.of(now.plusSeconds(1)));
        save(new Permit.Free(ann, now), Optional.empty());
        assertThat(due(now.plusSeconds(1))).containsExactly(free);
    }

    @Test
    void thePermitOfSomebodyNeverSeenIsUnused() {
        assertThat(stores().permits().get(ann)).isEqualTo(Permit.unused(ann));
        assertThat(lock(ann)).isEqualTo(Permit.unused(ann));
        assertThat(due(now)).isEmpty();
    }

    @Test
    void aPermitThatWasNeverStoredCanBeLockedAndSaved() {
        inTransaction(at -> {
            assertThat(stores().permits().lock(ann)).isEqualTo(Permit.unused(ann));
            stores().permits().save(held(ann, now.plusSeconds(15)), Optional.of(now.plusSeconds(15)), now);
        });

        assertThat(lock(ann)).isEqualTo(held(ann, now.plusSeconds(15)));
    }

    @Test
    void theLongestDueComeFirst() {
        PersonId cid = scene().person(acme, "Cid").id();
        wake(ann, now.minusSeconds(1));
        wake(bob, now.minusSeconds(3));
        wake(cid, now.minusSeconds(2));

        assertThat(due(now)).extracting(Permit::person).containsExactly(bob, cid, ann);
        assertThat(transactions()
                        .<List<Permit>>inTransaction(at -> stores().permits().lockDue(now, 2, 2)))
                .extracting(Permit::person)
                .containsExactly(bob, cid);
    }

    @Test
    void tenantsTakeTurns() {
        PersonId cid = scene().person(acme, "Cid").id();
        PersonId zoe = scene().person(scene().customer("Zenith"), "Zoe").id();
        PersonId yan = scene().person(scene().customer("Yonder"), "Yan").id();
        wake(ann, now.minusSeconds(9));
        wake(bob, now.minusSeconds(8));
        wake(cid, now.minusSeconds(7));
        wake(zoe, now.minusSeconds(1));
        wake(yan, now);

        assertThat(due(now)).extracting(Permit::person).containsExactly(ann, zoe, yan, bob, cid);
        assertThat(due(3, 9)).containsExactly(ann, zoe, yan);
        assertThat(due(9, 2)).containsExactly(ann, zoe, yan, bob);
    }

    @Test
    void whoeverHasAReminderUnderWayHasHadATurn() {
        PersonId zoe = scene().person(scene().customer("Zenith"), "Zoe").id();
        save(held(ann, now.plusSeconds(15)), Optional.of(now.plusSeconds(15)));
        wake(bob, now.minusSeconds(9));
        wake(zoe, now);

        assertThat(due(1, 9)).containsExactly(zoe);
        assertThat(due(9, 9)).containsExactly(zoe, bob);
        assertThat(due(9, 1)).containsExactly(zoe);
        save(held(ann, now), Optional.of(now));
        assertThat(due(9, 1)).as("nothing is under way any more").containsExactly(bob, zoe);
    }

    @Test
    void howeverManyOfOneTenantAreDueAnotherOneIsFound() {
        List<PersonId> many = IntStream.range(0, 40)
                .mapToObj(i -> scene().person(acme, "Person " + i).id())
                .toList();
        many.forEach(person -> wake(person, now.minusSeconds(60)));
        List<PersonId> others = IntStream.range(0, 3)
                .mapToObj(i -> scene().person(scene().customer("Customer " + i), "Person")
                        .id())
                .toList();
        others.forEach(person -> wake(person, now));

        assertThat(due(5, 3)).hasSize(5).containsAll(others);
        assertThat(due(9, 3)).hasSize(6).containsAll(others);
    }

    @Test
    void lockingIsForTransactionsOnly() {
        assertThatThrownBy(() -> stores().permits().lockDue(now, 1, 9)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> stores().permits().lock(ann)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatAnotherTransactionLockedIsSkippedNotWaitedFor() {
        wake(ann, now.minusSeconds(2));
        wake(bob, now.minusSeconds(1));

        inTransaction(at -> {
            assertThat(stores().permits().lockDue(now, 1, 9)).containsExactly(Permit.unused(ann));

            assertThat(elsewhere(() -> due(now))).containsExactly(Permit.unused(bob));
            assertThat(stores().permits().lockDue(now, 9, 9))
                    .as("one's own locks are no obstacle")
                    .containsExactly(Permit.unused(ann), Permit.unused(bob));
        });

        assertThat(elsewhere(() -> due(now))).hasSize(2);
    }

    @Test
    void whatWasLockedByNameIsSkippedToo() {
        wake(ann, now);

        inTransaction(at -> {
            stores().permits().lock(ann);
            assertThat(elsewhere(() -> due(now))).isEmpty();
        });
    }

    @Test
    void lockingByNameWaitsAndThenSeesWhatTheOtherStored() {
        wake(ann, now);
        CountDownLatch locked = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();

        List<Permit> seen = Together.run(2, worker -> {
            if (worker == 0) {
                return transactions().inTransaction(at -> {
                    Permit permit = stores().permits().lock(ann);
                    locked.countDown();
                    stores().permits().save(held(ann, now.plusSeconds(15)), Optional.of(now), now);
                    ended.incrementAndGet();
                    return permit;
                });
            }
            Together.await(locked);
            return transactions().inTransaction(at -> {
                Permit permit = stores().permits().lock(ann);
                assertThat(ended).hasValue(1);
                return permit;
            });
        });

        assertThat(seen).containsExactly(Permit.unused(ann), held(ann, now.plusSeconds(15)));
    }

    @Test
    void twoWhoWaitForEachOtherBothComeToAnEnd() {
        CountDownLatch bothHaveOne = new CountDownLatch(2);
        List<List<PersonId>> orders = List.of(List.of(ann, bob), List.of(bob, ann));

        List<Integer> locked = Together.run(2, worker -> transactions().inTransaction(at -> {
            stores().permits().lock(orders.get(worker).get(0));
            bothHaveOne.countDown();
            Together.await(bothHaveOne);
            stores().permits().lock(orders.get(worker).get(1));
            return 2;
        }));

        assertThat(locked).containsExactly(2, 2);
    }

    @Test
    void ofManyWhoTakeOnePermitEachTimeExactlyOneDoes() {
        int rounds = Effort.of(20);
        List<Collection<Integer>> takers = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            save(new Permit.Free(ann, now), Optional.of(now));
            takers.add(Together.run(6, worker -> take() ? worker : -1).stream()
                    .filter(worker -> worker >= 0)
                    .toList());
        }

        assertThat(takers).allSatisfy(taker -> assertThat(taker).hasSize(1));
    }

    private boolean take() {
        return transactions().inTransaction(at -> {
            List<Permit> due = stores().permits().lockDue(now, 10, 10);
            due.forEach(permit ->
                    stores().permits().save(held(ann, now.plusSeconds(15)), Optional.of(now.plusSeconds(15)), now));
            return !due.isEmpty();
        });
    }

    @Test
    void afterTheClockWasSetBackTheDueOfWhoeverIsDueSomeTimeMeansNothing() {
        Permit.Free waiting = new Permit.Free(ann, now.plusSeconds(600));
        save(waiting, Optional.of(now.plusSeconds(600)));
        save(new Permit.Free(bob, now.plusSeconds(600)), Optional.empty());

        assertThat(due(now.minus(Permit.CLOCK_STEP))).isEmpty();
        assertThat(due(now.minus(Permit.CLOCK_STEP).minusMillis(1))).containsExactly(waiting);
        assertThat(due(now.minusSeconds(3_600))).containsExactly(waiting);

        Instant earlier = now.minusSeconds(3_600);
        inTransaction(at -> {
            stores().permits().lock(ann);
            stores().permits().save(waiting, Optional.of(earlier.plusSeconds(600)), earlier);
        });
        assertThat(due(earlier)).isEmpty();
        assertThat(due(earlier.plusSeconds(600))).containsExactly(waiting);
    }

    @Test
    void wakingAfterTheClockWasSetBackDoesNotHideThatItWas() {
        wake(bob, now);
        save(new Permit.Free(ann, now.plusSeconds(600)), Optional.empty());
        Instant earlier = now.minusSeconds(3_600);

        inTransaction(at -> stores().permits().wake(List.of(ann), earlier.plusSeconds(5), earlier));

        assertThat(due(earlier))
                .containsExactlyInAnyOrder(Permit.unused(bob), new Permit.Free(ann, now.plusSeconds(600)));
    }

    private void wake(PersonId person, Instant at) {
        inTransaction(ignored -> stores().permits().wake(List.of(person), at, now));
    }

    private void save(Permit permit, Optional<Instant> due) {
        inTransaction(at -> {
            stores().permits().lock(permit.person());
            stores().permits().save(permit, due, now);
        });
    }

    private Permit lock(PersonId person) {
        return transactions().inTransaction(at -> stores().permits().lock(person));
    }

    private List<Permit> due(Instant when) {
        return transactions().inTransaction(at -> stores().permits().lockDue(when, 100, 100));
    }

    private List<PersonId> due(int limit, int share) {
        return transactions().inTransaction(at -> stores().permits().lockDue(now, limit, share).stream()
                .map(Permit::person)
                .toList());
    }

    private static Permit.Held held(PersonId person, Instant deadline) {
        return new Permit.Held(person, new ReminderId(new UUID(8, 8)), 1, deadline.minusSeconds(15), deadline);
    }
}
