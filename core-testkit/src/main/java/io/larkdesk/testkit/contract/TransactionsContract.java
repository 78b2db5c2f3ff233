package io.larkdesk.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.shared.ConflictException;
import io.larkdesk.core.tenant.Tenant;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The promises of {@link io.larkdesk.core.shared.Transactions}. */
public abstract class TransactionsContract extends StoresContract {

    /** Made for subclasses. */
    protected TransactionsContract() {}

    @Test
    void workGivesBackItsResult() {
        assertThat(transactions().<String>inTransaction(now -> "result")).isEqualTo("result");
    }

    @Test
    void theTimeHasNoMoreThanMilliseconds() {
        Instant now = present();

        assertThat(now).isEqualTo(now.truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void theTimeStandsStillWithinATransaction() {
        inTransaction(outer -> inTransaction(inner -> assertThat(inner).isEqualTo(outer)));
    }

    @Test
    void whatWorkStoredIsThereAfterwards() {
        Tenant tenant = transactions().inTransaction(now -> scene().customer("Acme"));

        assertThat(elsewhere(() -> stores().tenants().list())).containsExactly(tenant);
    }

    @Test
    void nothingRemainsOfWorkThatFails() {
        RuntimeException failure = new IllegalArgumentException("no");

        assertThatThrownBy(() -> inTransaction(now -> {
                    scene().customer("Acme");
                    throw failure;
                }))
                .isSameAs(failure);

        assertThat(stores().tenants().list()).isEmpty();
    }

    @Test
    void nothingRemainsOfWorkThatDiesOfAnError() {
        assertThatThrownBy(() -> inTransaction(now -> {
                    scene().customer("Acme");
                    throw new AssertionError("no");
                }))
                .isInstanceOf(AssertionError.class);

        assertThat(stores().tenants().list()).isEmpty();
    }

    @Test
    void workThatFailsForAnotherReasonThanAConflictIsNotRunAgain() {
        AtomicInteger runs = new AtomicInteger();

        assertThatThrownBy(() -> inTransaction(now -> {
                    runs.incrementAndGet();
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(runs).hasValue(1);
    }

    @Test
    void aNestedTransactionEndsWithTheOuterOne() {
        assertThatThrownBy(() -> inTransaction(outer -> {
                    inTransaction(inner -> scene().customer("Acme"));
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(stores().tenants().list()).isEmpty();
    }

    @Test
    void aTransactionSeesWhatItWroteAndOthersDoNotUntilItEnds() {
        inTransaction(now -> {
            Tenant tenant = scene().customer("Acme");

            assertThat(stores().tenants().list()).containsExactly(tenant);
            assertThat(elsewhere(() -> stores().tenants().list())).isEmpty();
        });

        assertThat(elsewhere(() -> stores().tenants().list())).hasSize(1);
    }

    @Test
    void aConflictRunsTheWholeWorkAgainWithoutItsFirstEffects() {
        AtomicInteger runs = new AtomicInteger();

        Tenant last = transactions().inTransaction(now -> {
            Tenant tenant = scene().customer("Acme");
            if (runs.incrementAndGet() < 3) {
                throw new ConflictException("made up");
            }
            return tenant;
        });

        assertThat(runs).hasValue(3);
        assertThat(stores().tenants().list()).containsExactly(last);
    }

    @Test
    void aConflictWithinANestedTransactionRunsTheOuterOneAgain() {
        AtomicInteger outerRuns = new AtomicInteger();
        AtomicInteger innerRuns = new AtomicInteger();

        inTransaction(outer -> {
            outerRuns.incrementAndGet();
            inTransaction(inner -> {
                if (innerRuns.incrementAndGet() == 1) {
                    throw new ConflictException("made up");
                }
            });
        });

        assertThat(outerRuns).hasValue(2);
        assertThat(innerRuns).hasValue(2);
    }

    @Test
    void anEverlastingConflictIsThrownInTheEnd() {
        AtomicInteger runs = new AtomicInteger();

        assertThatThrownBy(() -> inTransaction(now -> {
                    runs.incrementAndGet();
                    throw new ConflictException("made up");
                }))
                .isInstanceOf(ConflictException.class);

        assertThat(runs.get()).isBetween(3, 100);
    }

    @Test
    void theThreadCanGoOnAfterAFailure() {
        assertThatThrownBy(() -> inTransaction(now -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        scene().customer("Acme");

        assertThat(stores().tenants().list()).hasSize(1);
    }

    @Test
    void workAfterACommitFindsWhatWasCommitted() {
        List<String> found = new ArrayList<>();

        inTransaction(now -> {
            scene().customer("Acme");
            transactions().afterCommit(() -> elsewhere(() -> stores().tenants().list())
                    .forEach(tenant -> found.add(tenant.organisation())));
            assertThat(found).isEmpty();
        });

        assertThat(found).containsExactly("Acme");
    }

    @Test
    void workAfterACommitRunsInOrderAndAfterTheOutermostOne() {
        List<String> ran = new ArrayList<>();

        inTransaction(outer -> {
            transactions().afterCommit(() -> ran.add("first"));
            inTransaction(inner -> transactions().afterCommit(() -> ran.add("second")));
            transactions().afterCommit(() -> ran.add("third"));
            assertThat(ran).isEmpty();
        });

        assertThat(ran).containsExactly("first", "second", "third");
    }

    @Test
    void workAfterACommitIsDroppedWithTheTransaction() {
        List<String> ran = new ArrayList<>();

        assertThatThrownBy(() -> inTransaction(now -> {
                    transactions().afterCommit(() -> ran.add("never"));
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(ran).isEmpty();
    }

    @Test
    void workAfterACommitRunsOnceHoweverOftenItWasAskedForInVain() {
        AtomicInteger runs = new AtomicInteger();
        List<Integer> ran = new ArrayList<>();

        inTransaction(now -> {
            int run = runs.incrementAndGet();
            transactions().afterCommit(() -> ran.add(run));
            if (run < 3) {
                throw new ConflictException("made up");
            }
        });

        assertThat(ran).containsExactly(3);
    }

    @Test
    void workAfterACommitRunsAtOnceOutsideOfTransactions() {
        List<String> ran = new ArrayList<>();

        transactions().afterCommit(() -> ran.add("now"));

        assertThat(ran).containsExactly("now");
    }

    @Test
    void workAfterACommitThatFailsHarmsNobody() {
        List<String> ran = new ArrayList<>();

        inTransaction(now -> {
            scene().customer("Acme");
            transactions().afterCommit(() -> {
                throw new IllegalStateException("made up");
            });
            transactions().afterCommit(() -> ran.add("next"));
        });

        assertThat(ran).containsExactly("next");
        assertThat(stores().tenants().list()).hasSize(1);
    }

    @Test
    void workAfterACommitMayOpenATransaction() {
        inTransaction(now -> transactions().afterCommit(() -> scene().customer("Acme")));

        assertThat(stores().tenants().list()).hasSize(1);
    }
}
