package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.larkdesk.testkit.Effort;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL crashes, is started again, refuses, and has no room, while people write: whoever cannot write now is told so, and nothing else. */
@Tag("timed")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FailingDatabaseIT {

    private static final Logger LOG = LoggerFactory.getLogger(FailingDatabaseIT.class);
    private static final int PEOPLE = 20;
    private static final int NODES = 2;
    private static final int TIMES = Effort.of(1);
    private static final Duration A_WHILE = Duration.ofSeconds(3);

    /** From when the database works again until the first message is written; the pool waits for up to 5 s between two tries to connect. */
    private static final Duration RECOVERY = Duration.ofSeconds(6);

    /** An answer, if only that there is none, comes in this time. */
    private static final Duration BOUND = Duration.ofSeconds(18);

    private static final Random RANDOM = Seed.of(FailingDatabaseIT.class);
    private static PostgresServer server;
    private static Database database;
    private static Workday day;

    @BeforeAll
    static void start() throws InterruptedException {
        server = PostgresServer.start();
        database = server.newDatabase();
        database.execute("create role larkdesk login");
        database.execute("alter database desk owner to larkdesk");
        // not the superuser, who may do what is to be refused
        Map<String, String> settings = Map.of(
                "LARKDESK_DB_URL",
                database.urlAt(server.port()).replace("?user=postgres", ""),
                "LARKDESK_DB_USER",
                "larkdesk");
        day = Workday.begin(
                Deployment.start(new Scene(PEOPLE), database, Collections.nCopies(NODES, settings)), RANDOM);
        database.execute("create sequence failures");
    }

    @AfterAll
    static void stop() {
        day.close();
        server.close();
    }

    /** PostgreSQL ends all others with it, and may be back so soon that a second try carries out everything and nobody has to be told. */
    @Test
    @Order(1)
    void aCrashOfOneOfItsProcesses() throws InterruptedException {
        Set<Long> before = new HashSet<>();
        isOvercome(
                () -> {
                    before.addAll(PostgresServer.backends(database));
                    server.killBackend(database);
                },
                () -> {
                    await().atMost(Duration.ofMinutes(1)).ignoreExceptions().untilAsserted(() -> assertThat(
                                    PostgresServer.backends(database))
                            .as("ended with it")
                            .doesNotContainAnyElementsOf(before));
                    before.clear();
                });
    }

    @Test
    @Order(2)
    void aCrashOfAllOfIt() throws InterruptedException {
        isToldAndOvercome(() -> server.stop("immediate"), server::restart);
    }

    @Test
    @Order(3)
    void aTimeInWhichItOnlyReads() throws InterruptedException {
        isToldAndOvercome(() -> readOnly("on"), () -> readOnly("off"));
    }

    private static void readOnly(String value) {
        server.set("default_transaction_read_only = " + value);
        server.reload();
    }

    @Test
    @Order(4)
    void tooManyConnections() throws InterruptedException {
        isToldAndOvercome(
                () -> {
                    database.execute("alter role larkdesk connection limit 0");
                    database.execute(
                            "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'larkdesk'");
                },
                () -> database.execute("alter role larkdesk connection limit -1"));
    }

    /** As the server reports it; that nothing was stored then is the trigger's doing, as it would be the full disk's. */
    @Test
    @Order(5)
    void aFullDisk() throws InterruptedException {
        isToldAndOvercome(() -> fail(1, "53100"), FailingDatabaseIT::failNoMore);
    }

    /** Most are carried out all the same, since they are tried again; when all fail that is said. */
    @Test
    @Order(6)
    void aStormOfCollisions() throws InterruptedException {
        Writers people = day.laws(0, writers -> {
            fail(0.4, "40001", "40P01", "55P03");
            await().atMost(Duration.ofMinutes(1)).until(() -> failures() > 60);
            assertThat(writers.busy()).isLessThan(failures() / 4);
            failNoMore();
        });
        assertThat(people.longest()).isLessThan(BOUND);
        isToldAndOvercome(() -> fail(1, "40001"), FailingDatabaseIT::failNoMore);
    }

    /** So large a part of all messages cannot be stored. */
    private static void fail(double part, String... states) {
        database.execute("alter sequence failures restart");
        database.execute("""
                create or replace function fail() returns trigger language plpgsql security definer as $$
                begin
                  if random() < %s then
                    if new.client_id is not null then
                      perform nextval('failures');
                    end if;
                    raise exception using errcode = (array['%s'])[1 + floor(random() * %d)::int];
                  end if;
                  return new;
                end $$
                """.formatted(part, String.join("', '", states), states.length));
        database.execute("create trigger fail before insert on message for each row execute function fail()");
    }

    private static void failNoMore() {
        database.execute("drop trigger fail on message");
    }

    private static int failures() {
        return database.list("select last_value from failures", row -> row.getInt(1))
                .get(0);
    }

    private static void isToldAndOvercome(Runnable fault, Runnable end) throws InterruptedException {
        assertThat(isOvercome(fault, end).busy()).as("were told").isPositive();
    }

    private static Writers isOvercome(Runnable fault, Runnable end) throws InterruptedException {
        Writers people = day.laws(0, writers -> {
            for (int i = 0; i < TIMES; i++) {
                fault.run();
                Workday.pause(A_WHILE);
                end.run();
                Duration recovery = Workday.untilNextIsWritten(writers);
                LOG.info("the first message was written {} after it was over", recovery);
                assertThat(recovery).isLessThan(RECOVERY);
            }
        });
        assertThat(people.unanswered()).as("never answered").isZero();
        assertThat(people.longest()).isLessThan(BOUND);
        return people;
    }

    @Test
    @Order(7)
    void nothingIsLeftOver() {
        day.nothingIsLeftOver();
    }
}
