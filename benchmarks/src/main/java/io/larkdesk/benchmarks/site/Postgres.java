package io.larkdesk.benchmarks.site;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** The one PostgreSQL server of a benchmark: limit, ours and peer have a database each, under the same settings, and every commit is durable. */
public final class Postgres implements AutoCloseable {

    private static final Map<String, String> SETTINGS = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "shared_buffers", "512MB",
            "max_wal_size", "4GB",
            "checkpoint_timeout", "15min",
            "max_connections", "300");

    private final EmbeddedPostgres server;
    private final AtomicInteger databases = new AtomicInteger();

    private Postgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /** Starts one, on a free port. */
    public static Postgres start() {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        SETTINGS.forEach(builder::setServerConfig);
        try {
            return new Postgres(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new, empty database, whose name begins with {@code name}. */
    public Database newDatabase(String name) {
        String full = name + databases.incrementAndGet();
        database("postgres").execute("create database " + full);
        return database(full);
    }

    private Database database(String name) {
        return new Database("127.0.0.1", server.getPort(), name);
    }

    /** Its version, as it tells it. */
    public String version() {
        return "PostgreSQL " + database("postgres").text("show server_version");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
