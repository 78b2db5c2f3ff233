package io.larkdesk.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.shared.Transactions;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** However much else is done, what is urgent has a connection. */
final class ReservingConnectionsIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final ThreadLocal<Boolean> URGENT = ThreadLocal.withInitial(() -> false);

    @Test
    void ordinaryWorkNeverHasAll() throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(2);
        try (JdbiPersistence persistence = JdbiPersistence.connectTo(TestDatabase.url(DATABASE.name()))
                .user("postgres")
                .connections(3)
                .reserve(1, URGENT::get)
                .open()) {
            Transactions transactions = persistence.transactions();
            CountDownLatch begun = new CountDownLatch(2);
            CountDownLatch mayEnd = new CountDownLatch(1);
            Future<?> one = hands.submit(() -> hold(transactions, begun, mayEnd));
            Future<?> other = hands.submit(() -> hold(transactions, begun, mayEnd));
            begun.await();

            long asked = System.nanoTime();
            URGENT.set(true);
            assertThat(transactions.<Boolean>inTransaction(now -> true)).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - asked)).isLessThan(Duration.ofSeconds(4));
            URGENT.set(false);
            assertThatThrownBy(() -> transactions.inTransaction(now -> true))
                    .isInstanceOfSatisfying(PersistenceException.class, e -> assertThat(e.isTemporary())
                            .isTrue());

            mayEnd.countDown();
            one.get();
            other.get();
            for (int i = 0; i < 9; i++) {
                assertThat(transactions.<Boolean>inTransaction(now -> true)).isTrue();
            }
        } finally {
            hands.shutdownNow();
        }
    }

    private static void hold(Transactions transactions, CountDownLatch begun, CountDownLatch mayEnd) {
        transactions.inTransaction(now -> {
            begun.countDown();
            try {
                mayEnd.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return now;
        });
    }

    @Test
    void somethingIsLeftForOrdinaryWork() {
        assertThatThrownBy(() -> JdbiPersistence.connectTo(TestDatabase.url(DATABASE.name()))
                        .user("postgres")
                        .connections(1)
                        .reserve(1, () -> true)
                        .open())
                .isInstanceOf(IllegalArgumentException.class);
    }
}
