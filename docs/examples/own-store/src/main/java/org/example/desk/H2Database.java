package org.example.desk;

import io.larkdesk.core.shared.ConflictException;
import io.larkdesk.core.shared.Transactions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Function;
import javax.sql.DataSource;

/**
 * Gives a desk's transactions a connection each, which commits or rolls back with them; so that stores on this database can stand beside
 * stores elsewhere.
 */
public final class H2Database implements Transactions {

    private static final int DUPLICATE = 23505;
    private static final int LOCK_TIMEOUT = 50200;
    private static final int DEADLOCK = 40001;

    private final DataSource connections;
    private final Transactions others;
    private final ThreadLocal<Connection> current = new ThreadLocal<>();

    /** Takes the connections, and the transactions of the other stores. */
    public H2Database(DataSource connections, Transactions others) {
        this.connections = connections;
        this.others = others;
    }

    @Override
    public <T> T inTransaction(Function<Instant, T> work) {
        if (current.get() != null) {
            return others.inTransaction(work);
        }
        // Who began it runs it again after a conflict, so each try has a connection of its own
        return others.inTransaction(now -> begin(work, now));
    }

    @Override
    public void afterCommit(Runnable work) {
        others.afterCommit(work);
    }

    private <T> T begin(Function<Instant, T> work, Instant now) {
        try (Connection connection = connections.getConnection()) {
            connection.setAutoCommit(false);
            current.set(connection);
            boolean done = false;
            try {
                T result = work.apply(now);
                connection.commit();
                done = true;
                return result;
            } finally {
                current.remove();
                if (!done) {
                    connection.rollback();
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /** What a store does with the database. */
    @FunctionalInterface
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }

    /** Does {@code work} in the running transaction, or in one of its own. */
    <T> T join(Work<T> work) {
        return inTransaction(now -> run(work));
    }

    /**
     * Does {@code work} in the running transaction.
     *
     * @throws IllegalStateException if none runs
     */
    <T> T require(Work<T> work) {
        if (current.get() == null) {
            throw new IllegalStateException("only inside a transaction");
        }
        return run(work);
    }

    private <T> T run(Work<T> work) {
        try {
            return work.with(current.get());
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static RuntimeException failure(SQLException e) {
        return switch (e.getErrorCode()) {
            case DUPLICATE -> new ConflictException("another row has the same key", e);
            case LOCK_TIMEOUT, DEADLOCK -> new ConflictException("two transactions wait for each other", e);
            default -> new IllegalStateException("the database fails", e);
        };
    }
}
