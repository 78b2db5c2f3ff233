package io.larkdesk.persistence.jdbi;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.ConnectionFactory;

/**
 * Connections of a pool, of which ordinary work never has all: what is left is for what is urgent, and is there at once. Ordinary work
 * waits in the order in which it came.
 */
final class ReservingConnections implements ConnectionFactory {

    private final HikariDataSource pool;
    private final Semaphore ordinary;
    private final BooleanSupplier isUrgent;
    private final Set<Connection> ofOrdinary = ConcurrentHashMap.newKeySet();

    /**
     * Connections of {@code pool}.
     *
     * @param ordinary how many of them ordinary work has at most
     * @param isUrgent whether what the asking thread does is urgent
     */
    ReservingConnections(HikariDataSource pool, int ordinary, BooleanSupplier isUrgent) {
        this.pool = pool;
        this.ordinary = new Semaphore(ordinary, true);
        this.isUrgent = isUrgent;
    }

    @Override
    public Connection openConnection() throws SQLException {
        if (isUrgent.getAsBoolean()) {
            return pool.getConnection();
        }
        await();
        try {
            Connection connection = pool.getConnection();
            ofOrdinary.add(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            ordinary.release();
            throw e;
        }
    }

    /** How they are used just now. */
    JdbiPersistence.PoolUse use() {
        HikariPoolMXBean now = pool.getHikariPoolMXBean();
        return new JdbiPersistence.PoolUse(
                now.getActiveConnections(), now.getThreadsAwaitingConnection() + ordinary.getQueueLength());
    }

    private void await() throws SQLTransientConnectionException {
        try {
            if (ordinary.tryAcquire(PostgresConnections.CONNECT_WITHIN.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new SQLTransientConnectionException("all connections for ordinary work are taken");
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        boolean wasOrdinary = ofOrdinary.remove(connection);
        try {
            connection.close();
        } finally {
            if (wasOrdinary) {
                ordinary.release();
            }
        }
    }
}
