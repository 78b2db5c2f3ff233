package io.larkdesk.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.larkdesk.core.conversation.Message;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.tenant.TenantId;
import io.larkdesk.testkit.contract.Together;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Programs of two versions on one database, and migrations while others work. The newer program has one migration more, under {@code db/further}. */
final class SchemaIT {

    private static final String OWN = "classpath:db/migration";
    private static final String FURTHER = "classpath:db/further";

    /** Whoever waited behind a migration that does not give up would wait for ever. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    /** More than a transaction is tried on. */
    private static final int CONNECTIONS = 12;

    private static final GroupId NOWHERE = new GroupId(new TenantId(new UUID(1, 1)), new UUID(2, 2));

    private final String name = TestDatabase.empty();
    private final String owner = name + "_owner";
    private final Jdbi jdbi = Jdbi.create(TestDatabase.url(name), "postgres", "");
    private final Schema older = schema(OWN);
    private final Schema newer = schema(OWN, FURTHER);

    private Schema schema(String... locations) {
        return new Schema(flyway -> flyway.dataSource(TestDatabase.url(name), owner, ""), locations);
    }

    /** The owner, whom policies hold. */
    @BeforeEach
    void makeOwner() {
        jdbi.useHandle(handle -> {
            handle.execute("create role " + owner + " login");
            handle.execute("alter database " + name + " owner to " + owner);
        });
    }

    private int columns() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from information_schema.columns where table_name = 'message' and column_name = 'further'")
                .mapTo(int.class)
                .one());
    }

    @Test
    void anOlderProgramWorksWithWhatANewerOneOnlyAdded() {
        newer.migrate();

        older.migrate();

        assertThat(columns()).isEqualTo(1);
    }

    @Test
    void anOlderProgramRefusesWhatANewerOneSaysItCannotWorkWith() {
        newer.migrate();
        jdbi.useHandle(handle -> handle.execute("update schema_compatibility set oldest = 901"));

        assertThatThrownBy(older::migrate)
                .isInstanceOf(PersistenceException.class)
                .hasMessageContaining("has version 901")
                .hasMessageContaining("works with programs that know version 901 at least")
                .hasMessageContaining("start the newer one");
        newer.migrate();
    }

    @Test
    void aProgramThatKnowsJustEnoughWorks() {
        newer.migrate();
        jdbi.useHandle(
                handle -> handle.execute(
                        "update schema_compatibility set oldest = (select max(version::integer) from flyway_schema_history where version < '900')"));

        older.migrate();
    }

    /** Statements that a program has prepared select whatever columns there are, and fail once there are more; nobody is to see that. */
    @Test
    void whatWasPreparedBeforeAColumnCameIsPreparedAnew() {
        try (JdbiPersistence older = JdbiPersistence.connectTo(TestDatabase.url(name))
                .user(owner)
                .connections(CONNECTIONS)
                .open()) {
            Together.run(CONNECTIONS, worker -> IntStream.range(0, 10)
                    .mapToObj(i -> older.transactions()
                            .inTransaction(now -> older.messages().listAfter(NOWHERE, 0, 1)))
                    .toList());

            newer.migrate();

            List<Message> found =
                    older.transactions().inTransaction(now -> older.messages().listAfter(NOWHERE, 0, 1));
            assertThat(found).isEmpty();
        }
    }

    /** Somebody reads in a long transaction; a migration has to change that table. Whoever comes meanwhile must not stand behind it. */
    @Test
    void nobodyWaitsLongBehindAMigrationThatWaits() throws Exception {
        older.migrate();
        CountDownLatch held = new CountDownLatch(1);
        CompletableFuture<Void> mayEnd = new CompletableFuture<>();
        CompletableFuture<Void> longReader = CompletableFuture.runAsync(() -> jdbi.useTransaction(handle -> {
            handle.createQuery("select count(*) from message").mapTo(int.class).one();
            held.countDown();
            mayEnd.join();
        }));
        assertThat(held.await(1, TimeUnit.MINUTES)).isTrue();
        CompletableFuture<Void> migration = CompletableFuture.runAsync(newer::migrate);

        assertThat(longestRead(Duration.ofSeconds(4))).isLessThan(PATIENCE);
        assertThat(migration).isNotDone();
        mayEnd.complete(null);

        longReader.get(1, TimeUnit.MINUTES);
        migration.get(1, TimeUnit.MINUTES);
        assertThat(columns()).isEqualTo(1);
    }

    private Duration longestRead(Duration during) {
        long longest = 0;
        for (long began = System.nanoTime(), asked = began; asked - began < during.toNanos(); ) {
            asked = System.nanoTime();
            jdbi.useHandle(handle -> handle.createQuery("select count(*) from message")
                    .setQueryTimeout((int) PATIENCE.toSeconds())
                    .mapTo(int.class)
                    .one());
            longest = Math.max(longest, System.nanoTime() - asked);
        }
        return Duration.ofNanos(longest);
    }
}
