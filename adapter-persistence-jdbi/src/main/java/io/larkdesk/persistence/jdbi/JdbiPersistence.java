package io.larkdesk.persistence.jdbi;

import com.zaxxer.hikari.HikariDataSource;
import io.larkdesk.core.tenant.TenantScope;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.sql.DataSource;

/**
 * The core's stores on PostgreSQL 15 or later. All that one instance hands out joins the same {@link #transactions}.
 *
 * <p>Stores throw {@link PersistenceException} when the database fails them, and
 * {@link io.larkdesk.core.shared.ConflictException} when somebody else was faster. Times are the database's; its session's zone and
 * the machine's do not matter. Whatever is asked for, policies in the database keep it to a {@link TenantScope}. Thread-safe.
 */
public final class JdbiPersistence extends JdbiDesk implements AutoCloseable {

    private final Schema schema;
    private final PostgresConnections.Source unpooled;
    private final Supplier<PoolUse> poolUse;
    private final Runnable closing;

    JdbiPersistence(
            JdbiTransactions transactions,
            Schema schema,
            PostgresConnections.Source unpooled,
            Supplier<PoolUse> poolUse,
            Runnable closing) {
        super(transactions);
        this.schema = schema;
        this.unpooled = unpooled;
        this.poolUse = poolUse;
        this.closing = closing;
    }

    /** Is told of statements, by the thread whose they were, right after each. What it throws is the statement's failure. */
    public interface StatementListener {

        /**
         * A statement has ended.
         *
         * @param sql with the names of its parameters, and not their values
         * @param took from its beginning to its end
         * @param isWell whether the database did it
         */
        void ended(String sql, Duration took, boolean isWell);
    }

    /**
     * How a pool is used at a moment.
     *
     * @param inUse connections that are at work
     * @param waiting threads that wait for one
     */
    public record PoolUse(int inUse, int waiting) {}

    /**
     * Stores on connections of {@code dataSource}, which should be a pool with timeouts, and stays the caller's to close. Nothing is
     * migrated unless {@link #migrate} is called. Everything is for all tenants, and nothing holds a superuser.
     */
    public static JdbiPersistence over(DataSource dataSource) {
        return new JdbiPersistence(
                JdbiTransactions.over(dataSource::getConnection, TenantScope.Everybody::new),
                new Schema(flyway -> flyway.dataSource(dataSource)),
                PostgresConnections.Source.of(dataSource),
                () -> new PoolUse(0, 0),
                () -> {});
    }

    /**
     * Stores on a pool of their own.
     *
     * @param url of JDBC, such as {@code jdbc:postgresql://localhost/larkdesk}; parameters in it go before our settings
     */
    public static Builder connectTo(String url) {
        return new Builder(url);
    }

    /**
     * Brings the schema up to date; does nothing if it is. Several nodes may do so at once.
     *
     * @throws PersistenceException if it cannot be, or a newer program made the schema
     */
    public void migrate() {
        schema.migrate();
    }

    /** Whether a newer program, with which this one can work, has changed the schema since; asks the database. */
    public boolean isSchemaNewer() {
        return schema.isNewer();
    }

    /** How our pool is used; none is where the caller's is. */
    public PoolUse poolUse() {
        return poolUse.get();
    }

    /**
     * Begins to signal between the nodes on this database; the caller closes it. Its two connections are not of our pool, but they are
     * of the {@code dataSource} of {@link #over}.
     *
     * @param heard is told what may be new
     */
    public GroupSignals signals(SignalsHeard heard) {
        return GroupSignals.start(unpooled, heard);
    }

    /** Ends the pool, if it is ours. */
    @Override
    public void close() {
        closing.run();
    }

    /** Collects what a pool of our own needs. */
    public static final class Builder {

        private final String url;
        private String user = "larkdesk";
        private String password = "";
        private Optional<PostgresConnections> owner = Optional.empty();
        private Supplier<TenantScope> scope = TenantScope.Everybody::new;
        private int connections = 10;
        private int reserved;
        private BooleanSupplier isUrgent = () -> false;
        private Optional<StatementListener> listener = Optional.empty();

        private Builder(String url) {
            this.url = Objects.requireNonNull(url, "url");
        }

        /** Who signs in, and serves; {@code larkdesk} unless set. */
        public Builder user(String name) {
            this.user = name;
            return this;
        }

        /** The user's password; none unless set. */
        public Builder password(String secret) {
            this.password = secret;
            return this;
        }

        /** Who signs in to bring the schema up to date, and owns it; whoever serves, unless set. */
        public Builder owner(String name, String secret) {
            this.owner = Optional.of(new PostgresConnections(url, name, secret, Optional.empty()));
            return this;
        }

        /** Tells in what the calling thread works, asked for each transaction; {@link TenantScope.Everybody} unless set. */
        public Builder scope(Supplier<TenantScope> current) {
            this.scope = current;
            return this;
        }

        /** The most connections at once; 10 unless set. */
        public Builder connections(int most) {
            this.connections = most;
            return this;
        }

        /**
         * Keeps some of the connections free for what is urgent; none unless set.
         *
         * @param some how many, fewer than there are
         * @param urgent asked by the thread that wants a connection: whether what it does is urgent
         */
        public Builder reserve(int some, BooleanSupplier urgent) {
            this.reserved = some;
            this.isUrgent = Objects.requireNonNull(urgent, "urgent");
            return this;
        }

        /** Is told of each statement; nobody is unless set, which costs nothing. */
        public Builder listener(StatementListener told) {
            this.listener = Optional.of(told);
            return this;
        }

        /**
         * Connects, and brings the schema up to date. A superuser's connections work as a role {@code larkdesk_serving}, which is made if it is
         * not there, because nothing would hold a superuser.
         *
         * @throws PersistenceException if the database cannot be reached, a newer program made its schema, or whoever serves has BYPASSRLS
         * @throws IllegalArgumentException if all connections are reserved
         */
        public JdbiPersistence open() {
            if (reserved >= connections) {
                throw new IllegalArgumentException("no connection is left for what is not urgent");
            }
            PostgresConnections login = new PostgresConnections(url, user, password, Optional.empty());
            Schema schema = new Schema(owner.orElse(login)::configure);
            PostgresConnections serving = login.as(ServingRole.prepare(login, owner.orElse(login), schema));
            HikariDataSource pool = serving.pool(connections);
            ReservingConnections some = new ReservingConnections(pool, connections - reserved, isUrgent);
            return new JdbiPersistence(
                    JdbiTransactions.over(some, scope, listener), schema, serving::open, some::use, pool::close);
        }
    }
}
