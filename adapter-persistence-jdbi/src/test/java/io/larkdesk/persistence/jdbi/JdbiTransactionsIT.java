package io.larkdesk.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.shared.ConflictException;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.contract.TransactionsContract;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class JdbiTransactionsIT extends TransactionsContract {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    @Override
    protected Stores emptyStores() {
        return DATABASE.emptyStores();
    }

    @Test
    void whatCollidesIsTriedThreeMoreTimes() {
        AtomicInteger runs = new AtomicInteger();

        assertThatThrownBy(() -> DATABASE.persistence().transactions().inTransaction(now -> {
                    runs.incrementAndGet();
                    throw new ConflictException("made up");
                }))
                .isInstanceOf(ConflictException.class);

        assertThat(runs).hasValue(4);
    }

    /** Another attempt may take as long again, and longer than somebody is to wait. */
    @Test
    void whatHasTakenLongToCollideIsNotTriedAgain() {
        AtomicInteger runs = new AtomicInteger();

        assertThatThrownBy(() -> DATABASE.persistence().transactions().inTransaction(now -> {
                    runs.incrementAndGet();
                    DATABASE.jdbi().useHandle(handle -> handle.execute("select pg_sleep(8)"));
                    throw new ConflictException("made up");
                }))
                .isInstanceOf(ConflictException.class);

        assertThat(runs).hasValue(1);
    }
}
