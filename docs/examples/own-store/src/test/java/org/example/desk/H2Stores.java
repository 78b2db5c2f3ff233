package org.example.desk;

import io.larkdesk.core.invite.Invites;
import io.larkdesk.core.shared.Transactions;
import io.larkdesk.testkit.ChangedStores;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.memory.InMemoryDesk;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.UUID;
import org.h2.jdbcx.JdbcConnectionPool;

/** The stores to be tried: invites on a database, all else in memory. */
final class H2Stores {

    private static final int CONNECTIONS = 20;

    /** One database a thread: whoever still looks for a shorter counterexample is not disturbed by the next test. */
    private static final ThreadLocal<JdbcConnectionPool> POOLS = ThreadLocal.withInitial(H2Stores::pool);

    private H2Stores() {}

    private static JdbcConnectionPool pool() {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=5000";
        JdbcConnectionPool pool = JdbcConnectionPool.create(url, "", "");
        pool.setMaxConnections(CONNECTIONS);
        return pool;
    }

    /** Stores with nothing in them, whose columns for instants are of type {@code instant}. */
    static Stores empty(Clock clock, String instant) {
        JdbcConnectionPool pool = POOLS.get();
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop all objects");
            H2Invites.create(connection, instant);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        Stores memory = new InMemoryDesk(clock);
        H2Database database = new H2Database(pool, memory.transactions());
        return ChangedStores.with(
                ChangedStores.with(memory, Transactions.class, others -> database),
                Invites.class,
                others -> new H2Invites(database));
    }
}
