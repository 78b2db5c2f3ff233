package io.larkdesk.testkit;

import io.larkdesk.core.shared.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes stores whose transactions tell another time than their database; all else is theirs. Right only for stores that take every instant
 * from their callers, as the core's interfaces have it, and none from the database's clock.
 */
public final class TimedStores {

    private TimedStores() {}

    /**
     * Puts {@code clock} in the place of the database's.
     *
     * @param stores whose transactions are told another time
     * @param clock the time that they tell
     */
    public static Stores of(Stores stores, Clock clock) {
        return ChangedStores.with(stores, Transactions.class, transactions -> new Timed(transactions, clock));
    }

    private static final class Timed implements Transactions {

        private final Transactions transactions;
        private final Clock clock;
        private final ThreadLocal<Optional<Instant>> began = ThreadLocal.withInitial(Optional::empty);

        Timed(Transactions transactions, Clock clock) {
            this.transactions = transactions;
            this.clock = clock;
        }

        @Override
        public <T> T inTransaction(Function<Instant, T> work) {
            Optional<Instant> outer = began.get();
            if (outer.isPresent()) {
                return transactions.inTransaction(ignored -> work.apply(outer.get()));
            }
            return transactions.inTransaction(ignored -> begin(work));
        }

        private <T> T begin(Function<Instant, T> work) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            began.set(Optional.of(now));
            try {
                return work.apply(now);
            } finally {
                began.remove();
            }
        }

        @Override
        public void afterCommit(Runnable work) {
            transactions.afterCommit(work);
        }
    }
}
