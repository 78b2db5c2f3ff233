package io.larkdesk.app;

import io.larkdesk.persistence.jdbi.JdbiPersistence;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** One PostgreSQL server for all tests of this process, in a zone that is not UTC. */
public final class TestServer {

    private static final String TEMPLATE = "migrated";
    private static final EmbeddedPostgres SERVER = start();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    static {
        execute("create database " + TEMPLATE);
        try (JdbiPersistence persistence =
                JdbiPersistence.connectTo(url(TEMPLATE)).user("postgres").open()) {
            persistence.migrate();
        }
    }

    private TestServer() {}

    /** The address of a new database, for JDBC: all tables are there, and nothing is in them. */
    public static String newDatabase() {
        String name = "desk" + DATABASES.incrementAndGet();
        execute("create database " + name + " template " + TEMPLATE);
        return url(name);
    }

    private static void execute(String statement) {
        try (Connection connection = DriverManager.getConnection(url("postgres"));
                Statement once = connection.createStatement()) {
            once.execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    private static String url(String database) {
        return SERVER.getJdbcUrl("postgres", database);
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofMinutes(2))
                    .setServerConfig("timezone", "America/St_Johns")
                    .setServerConfig("max_connections", "300")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
