package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL dies, and a synchronous standby takes over, of which the nodes know by their address of the database. */
@Tag("timed")
class FailoverIT {

    private static final Logger LOG = LoggerFactory.getLogger(FailoverIT.class);
    private static final int PEOPLE = 20;
    private static final int NODES = 2;
    /** The pool waits for up to 5 s between two tries to connect. */
    private static final Duration RECOVERY = Duration.ofSeconds(6);

    private static final Random RANDOM = Seed.of(FailoverIT.class);

    private PostgresServer primary;
    private PostgresServer standby;
    private Workday day;

    @BeforeEach
    void start() throws InterruptedException {
        primary = PostgresServer.start();
        primary.newDatabase();
        standby = primary.startStandby();
        String url = "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/desk?user=postgres&targetServerType=primary"
                .formatted(primary.port(), standby.port());
        day = Workday.begin(
                Deployment.start(
                        new Scene(PEOPLE),
                        new Database(url),
                        Collections.nCopies(NODES, Map.of("LARKDESK_DB_URL", url))),
                RANDOM);
    }

    @AfterEach
    void stop() {
        day.close();
        standby.close();
        primary.close();
    }

    @Test
    void nothingThatWasAcknowledgedIsLost() throws InterruptedException {
        Writers people = day.laws(0, writers -> {
            primary.kill();
            await().atMost(Duration.ofSeconds(30)).until(() -> writers.busy() > 0);
            standby.promote();
            Instant promoted = Instant.now();
            Workday.untilNextIsWritten(writers);
            Duration recovery = Duration.between(promoted, Instant.now());
            LOG.info("the first message was written {} after the standby had taken over", recovery);
            assertThat(recovery).isLessThan(RECOVERY);
            Workday.pause(Duration.ofSeconds(3));
        });
        assertThat(people.unanswered()).as("never answered").isZero();
        day.nothingIsLeftOver();
    }
}
