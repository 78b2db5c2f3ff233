package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * PostgreSQL dies, and a standby takes over for which no commit has waited, and which lacks the last ones. They are lost; but nobody takes for them,
 * or misses, what comes in their place.
 */
@Tag("timed")
class LaggingStandbyIT {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration WINDOW = Duration.ofSeconds(20);
    private static final String KEPT_UP = "pg_stat_replication where replay_lsn = pg_current_wal_lsn()";
    private static final int LOST = 3;
    private static final int NEW = 6;

    private PostgresServer primary;
    private PostgresServer standby;
    private Deployment desk;

    @BeforeEach
    void start() {
        primary = PostgresServer.start();
        primary.newDatabase();
        standby = primary.startLaggingStandby();
        String url = "jdbc:postgresql://127.0.0.1:%d,127.0.0.1:%d/desk?user=postgres&targetServerType=primary"
                .formatted(primary.port(), standby.port());
        Map<String, String> settings = Map.of("LARKDESK_DB_URL", url, "LARKDESK_REMINDER_WINDOW", WINDOW.toString());
        desk = Deployment.start(new Scene(2), new Database(url), Collections.nCopies(2, settings));
    }

    @AfterEach
    void stop() {
        desk.close();
        standby.close();
        primary.close();
    }

    @Test
    void nobodyMissesWhatComesInThePlaceOfWhatIsLost() throws IOException {
        List<Colleague> people = desk.signInAll();
        Colleague author = people.get(0);
        Colleague reader = people.get(1);
        author.say(UUID.randomUUID(), "Kept");
        await().atMost(LONGEST).until(() -> desk.database().count(KEPT_UP) == 1);
        standby.stopFollowing();
        await().atMost(LONGEST).until(() -> desk.database().count("pg_stat_replication") == 0);

        try (Follower open = Follower.start(reader, desk.urls())) {
            await().atMost(LONGEST).until(open::isConnected);
            long last = 0;
            for (int i = 0; i < LOST; i++) {
                last = author.say(UUID.randomUUID(), "Lost, <@" + reader.id() + ">");
            }
            String lostTicket = author.openTicket("Lost, too");
            open.awaitMessage(last, LONGEST);
            await().atMost(LONGEST).until(() -> arrivals(reader).size() == 1);

            primary.kill();
            standby.promote();
            for (int i = 0; i < NEW; i++) {
                await().atMost(LONGEST).until(() -> author.trySaying("New, <@" + reader.id() + ">") == 200);
            }

            await().atMost(LONGEST).until(open::isToldToBeginAnew);
            desk.nodes().forEach(Node::awaitUp);
            assertThat(author.openTicket("Kept, too")).isNotEqualTo(lostTicket);
            Colleague anew = reader.at(reader.address());
            assertThat(anew.page()).contains("Kept", "New").doesNotContain("Lost");
            try (Follower again = Follower.start(anew, desk.urls())) {
                await().atMost(LONGEST).until(again::isConnected);
                again.awaitMessage(author.say(UUID.randomUUID(), "Newest"), LONGEST);
                assertThat(again.isToldToBeginAnew()).isFalse();
            }
        }
        await().atMost(LONGEST).until(() -> arrivals(reader).size() == 2);
        List<Sandbox.Arrival> arrivals = arrivals(reader);
        assertThat(Duration.between(arrivals.get(0).at(), arrivals.get(1).at())).isGreaterThanOrEqualTo(WINDOW);
        assertThat(desk.nodes()).allSatisfy(node -> assertThat(node.program().lines())
                .anyMatch(line -> line.contains("Another database server has taken over")));
    }

    private List<Sandbox.Arrival> arrivals(Colleague person) {
        return desk.sandbox().arrivals().stream()
                .filter(arrival -> arrival.openId().equals(person.openId()))
                .toList();
    }
}
