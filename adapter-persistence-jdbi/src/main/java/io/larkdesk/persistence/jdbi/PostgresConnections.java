package io.larkdesk.persistence.jdbi;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * Connections to one database, with a limit on every wait: for the network, for a lock, for a statement, for the pool. What the address
 * itself says goes before these settings.
 *
 * @param url of JDBC
 * @param user who signs in
 * @param password the user's
 * @param role whom connections work as; empty for the user
 */
record PostgresConnections(String url, String user, String password, Optional<String> role) {

    static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration LOCK_WITHIN = Duration.ofSeconds(5);
    private static final Duration STATEMENT_WITHIN = Duration.ofSeconds(10);
    private static final Duration IDLE_IN_TRANSACTION_FOR = Duration.ofSeconds(30);

    /** Longer than a statement may take, so that a slow answer is the server's to refuse, and a silent network ours. */
    private static final Duration NETWORK_SILENT_FOR = Duration.ofSeconds(12);

    PostgresConnections as(Optional<String> other) {
        return new PostgresConnections(url, user, password, other);
    }

    /** A pool, connected once at least. */
    HikariDataSource pool(int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("larkdesk");
        config.setJdbcUrl(url);
        config.setDataSourceProperties(properties());
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(CONNECT_WITHIN.toMillis());
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException e) {
            throw Failures.translate(e);
        }
    }

    /** A connection outside the pool. */
    Connection open() throws SQLException {
        return DriverManager.getConnection(url, properties());
    }

    /** Tells Flyway where to connect; without our limits, because a migration may take its time. */
    FluentConfiguration configure(FluentConfiguration flyway) {
        return flyway.dataSource(url, user, password);
    }

    private Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("ApplicationName", "larkdesk");
        properties.setProperty("assumeMinServerVersion", "15");
        properties.setProperty("connectTimeout", Long.toString(CONNECT_WITHIN.toSeconds()));
        properties.setProperty("loginTimeout", Long.toString(CONNECT_WITHIN.toSeconds()));
        properties.setProperty("socketTimeout", Long.toString(NETWORK_SILENT_FOR.toSeconds()));
        properties.setProperty("tcpKeepAlive", "true");
        // The detail of an error repeats values of the row
        properties.setProperty("logServerErrorDetail", "false");
        properties.setProperty(
                "options",
                "-c lock_timeout=" + LOCK_WITHIN.toMillis()
                        + " -c statement_timeout=" + STATEMENT_WITHIN.toMillis()
                        + " -c idle_in_transaction_session_timeout=" + IDLE_IN_TRANSACTION_FOR.toMillis()
                        // Compiling a query takes longer than any of ours
                        + " -c jit=off"
                        + role.map(name -> " -c role=" + name).orElse(""));
        return properties;
    }

    @Override
    public String toString() {
        return "PostgresConnections(hidden)";
    }

    /** Where a new connection comes from. */
    interface Source {

        Connection open() throws SQLException;

        static Source of(DataSource dataSource) {
            return dataSource::getConnection;
        }
    }
}
