package io.larkdesk.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** A table that a migration changes is being vacuumed, which takes longer than the migration's patience; here because it pauses after each page. */
final class MigrationBesideVacuumIT {

    private static final String MANY_MESSAGES = """
            alter table message set (autovacuum_vacuum_cost_delay = 100, autovacuum_vacuum_cost_limit = 1);
            set local session_replication_role = replica;
            insert into message (tenant_id, group_id, seq, revision, posted_at, kind, author_tenant_id, author_id, client_id, body)
            select gen_random_uuid(), gen_random_uuid(), 1, 1, now(), 'WORDS', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), repeat('x', 200)
            from generate_series(1, 20000)
            """;

    private final Jdbi jdbi;
    private final EmbeddedPostgres server;

    MigrationBesideVacuumIT() throws IOException {
        server = TestDatabase.server()
                .setServerConfig("autovacuum_naptime", "1s")
                .start();
        jdbi = Jdbi.create(server.getPostgresDatabase());
    }

    private Schema schema(String... locations) {
        return new Schema(flyway -> flyway.dataSource(server.getPostgresDatabase()), locations);
    }

    private boolean isVacuumed() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select from pg_stat_progress_vacuum where relid = 'message'::regclass)")
                .mapTo(boolean.class)
                .one());
    }

    /** Looks ten times a second, for two minutes; the server waits. */
    private void awaitVacuum() {
        for (int looks = 0; !isVacuumed(); looks++) {
            assertThat(looks).as("looks for a vacuum").isLessThan(1_200);
            jdbi.useHandle(handle -> handle.execute("select pg_sleep(0.1)"));
        }
    }

    @Test
    void aMigrationGetsPastAVacuum() throws IOException {
        try (server) {
            schema("classpath:db/migration").migrate();
            jdbi.useTransaction(handle -> handle.createScript(MANY_MESSAGES).execute());
            awaitVacuum();

            schema("classpath:db/migration", "classpath:db/further").migrate();

            assertThat(schema("classpath:db/migration").isNewer()).isTrue();
        }
    }
}
