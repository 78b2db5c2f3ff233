package io.larkdesk.core.shared;

import java.time.Instant;
import java.util.function.Function;

/**
 * Runs work so that all of its effects happen, or none.
 *
 * <p>A call inside running work joins the outer transaction and sees the outer {@code now}. Work that fails
 * because somebody else was faster ({@link ConflictException}, a serialization failure, a deadlock) is rolled back and run again
 * as a whole, a bounded number of times; so work must have no effect outside its stores. Any other exception rolls back and is
 * thrown on.
 *
 * <p>Thread-safe; the transaction belongs to the calling thread.
 */
public interface Transactions {

    /**
     * Runs {@code work} in one transaction.
     *
     * @param work receives the store's own time at the beginning of the transaction, truncated to milliseconds: the only clock
     *     that decides windows and expiries, because nodes' clocks differ
     * @return what {@code work} returned, after the commit
     */
    <T> T inTransaction(Function<Instant, T> work);

    /**
     * Runs {@code work} once the running transaction has committed, never if it is rolled back, and at once if none is running.
     *
     * @param work short, and such that nothing is wrong if it never runs because the node died; its failure is logged
     */
    void afterCommit(Runnable work);
}
