package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.larkdesk.testkit.Effort;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The network between nodes and PostgreSQL loses answers, ends connections, takes its time, and says nothing any more. */
@Tag("timed")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BadNetworkIT {

    private static final Logger LOG = LoggerFactory.getLogger(BadNetworkIT.class);
    private static final int PEOPLE = 20;
    private static final int COMMITS = Effort.of(30);

    /** A node looks every two seconds for what no hint told it of; a page that is not told hears of it after thirty. */
    private static final Duration OWN_LOOK = Duration.ofSeconds(15);

    private static final Duration SILENCE = Duration.ofSeconds(20);

    /** An answer, if only that there is none, comes in this time. */
    private static final Duration BOUND = Duration.ofSeconds(18);

    private static final Random RANDOM = Seed.of(BadNetworkIT.class);
    private static List<DatabaseProxy> networks;
    private static Workday day;

    @BeforeAll
    static void start() throws InterruptedException {
        Database database = new Database(TestServer.newDatabase());
        networks = List.of(DatabaseProxy.start(database), DatabaseProxy.start(database));
        List<Map<String, String>> settings = networks.stream()
                .map(network -> Map.of("LARKDESK_DB_URL", network.url()))
                .toList();
        day = Workday.begin(Deployment.start(new Scene(PEOPLE), database, settings), RANDOM);
    }

    @AfterAll
    static void stop() {
        day.close();
        networks.forEach(DatabaseProxy::close);
    }

    @Test
    @Order(1)
    void nothingComesThroughToOneNode() throws InterruptedException {
        Node deaf = day.desk().node(1);
        Writers people = day.laws(0, writers -> {
            networks.get(1).beSilent();
            Instant began = Instant.now();
            await().atMost(Duration.ofSeconds(15)).until(() -> deaf.readiness() == 503);
            assertThat(day.desk().node(0).isReady()).isTrue();
            Workday.pause(SILENCE.minus(Duration.between(began, Instant.now())));
            networks.get(1).speak();
            Instant over = Instant.now();
            await().atMost(Duration.ofSeconds(30)).until(deaf::isReady);
            LOG.info("ready again after {}", Duration.between(over, Instant.now()));
        });
        assertThat(people.unanswered()).as("never answered").isZero();
        assertThat(people.longest()).isLessThan(BOUND);
        assertThat(people.busy()).isPositive();
    }

    @Test
    @Order(2)
    void answersToCommitsAreLost() throws InterruptedException {
        Writers people = day.laws(0, writers -> {
            networks.forEach(network -> network.loseCommits(8, new Random(RANDOM.nextLong())));
            await().atMost(Duration.ofMinutes(5)).until(() -> lostCommits() >= COMMITS / 2);
            networks.forEach(DatabaseProxy::cutAll);
            networks.forEach(network -> network.delay(Duration.ofMillis(10)));
            await().atMost(Duration.ofMinutes(5)).until(() -> lostCommits() >= COMMITS);
            networks.forEach(network -> network.loseCommits(0, RANDOM));
            networks.forEach(network -> network.delay(Duration.ZERO));
        });
        assertThat(people.busy()).isPositive();
    }

    private static int lostCommits() {
        return networks.stream().mapToInt(DatabaseProxy::lostCommits).sum();
    }

    @Test
    @Order(3)
    void aNodeHearsNoHintsAndDoesNotKnow() throws IOException {
        try (Follower there =
                Follower.start(day.people().get(1), List.of(day.desk().node(1).url()))) {
            await().atMost(OWN_LOOK).until(there::isConnected);
            assertThat(networks.get(1).deafen()).isEqualTo(1);
            // Unread words in a ticket would lead from the workbench to there
            Colleague author = Colleague.signIn(
                            "ou_003", List.of(day.desk().node(0).url()))
                    .at(day.people().get(1).address());
            for (int i = 0; i < 3; i++) {
                UUID clientId = UUID.randomUUID();
                Instant said = Instant.now();
                long seq = author.say(clientId, "Is anybody there?");
                day.alsoSent(clientId, seq);
                there.awaitMessage(seq, OWN_LOOK);
                LOG.info("came without a hint after {}", Duration.between(said, Instant.now()));
            }
        }
    }

    @Test
    @Order(4)
    void nothingIsLeftOver() {
        day.nothingIsLeftOver();
    }
}
