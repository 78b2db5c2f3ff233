package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.tenant.TenantScope;
import io.larkdesk.testkit.Stores;
import io.larkdesk.testkit.TimedStores;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A database of its own on the one PostgreSQL of this JVM; its sessions' zone is not UTC, and not the JVM's. */
final class TestDatabase implements AfterAllCallback {

    private static final String TEMPLATE = "larkdesk_template";
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final EmbeddedPostgres SERVER = start();

    private final String name;
    private final JdbiPersistence persistence;

    private TestDatabase(String name) {
        this.name = name;
        this.persistence = connect(10);
    }

    /** A new one, migrated. */
    static TestDatabase fresh() {
        String name = empty();
        onServer("drop database " + name);
        onServer("create database " + name + " template " + TEMPLATE);
        return new TestDatabase(name);
    }

    /** The name of a new one without any table. */
    static String empty() {
        String name = "larkdesk_" + COUNT.incrementAndGet();
        onServer("create database " + name);
        return name;
    }

    static String url(String name) {
        return "jdbc:postgresql://localhost:" + SERVER.getPort() + "/" + name;
    }

    static int port() {
        return SERVER.getPort();
    }

    String name() {
        return name;
    }

    JdbiPersistence persistence() {
        return persistence;
    }

    /** Another node on the same database. */
    JdbiPersistence connect(int connections) {
        return JdbiPersistence.connectTo(url(name))
                .user("postgres")
                .connections(connections)
                .open();
    }

    /** The same, but as the stores are: with nothing to see until a transaction says for whom it is. */
    Jdbi walledJdbi() {
        Properties properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("options", "-c role=larkdesk_serving");
        return Jdbi.create(url(name), properties);
    }

    /** Another node, that works in what {@code scope} tells. */
    JdbiPersistence connect(int connections, Supplier<TenantScope> scope) {
        return JdbiPersistence.connectTo(url(name))
                .user("postgres")
                .connections(connections)
                .scope(scope)
                .open();
    }

    /** A way around the stores, to arrange and to look. */
    Jdbi jdbi() {
        return Jdbi.create(url(name), "postgres", "");
    }

    /** The stores, with nothing in them, and with another clock than the database's own. */
    Stores emptyStores(Clock clock) {
        return TimedStores.of(emptyStores(), clock);
    }

    /** The stores, with nothing in them. */
    Stores emptyStores() {
        jdbi().useHandle(handle -> {
            handle.execute("set session_replication_role = replica"); // without triggers, which keep the audit log
            handle.createQuery(
                            "select tablename from pg_tables where schemaname = 'public' and tablename not like 'flyway%'")
                    .mapTo(String.class)
                    .forEach(table -> handle.execute("delete from " + table));
        });
        return new JdbiStores(persistence);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    void close() {
        persistence.close();
    }

    /** A server to be set up, which a slow machine may start slowly. */
    static EmbeddedPostgres.Builder server() {
        return EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(2));
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = server().setServerConfig("timezone", "America/St_Johns")
                    .setServerConfig("max_connections", "200")
                    .start();
            onServer(server.getPort(), "create database " + TEMPLATE);
            JdbiPersistence.connectTo("jdbc:postgresql://localhost:" + server.getPort() + "/" + TEMPLATE)
                    .user("postgres")
                    .open()
                    .close();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void onServer(String sql) {
        onServer(SERVER.getPort(), sql);
    }

    private static void onServer(int port, String sql) {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://localhost:" + port + "/postgres", "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
