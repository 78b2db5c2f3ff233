package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.larkdesk.testkit.Effort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The clocks of nodes differ, and jump; the database's is set back and forth. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WrongClocksIT {

    private static final int PEOPLE = 20;
    private static final Duration A_WHILE = Duration.ofSeconds(4);

    /** Whoever waited is told by then, whatever the clock shows. */
    private static final Duration SOON = Duration.ofSeconds(60);

    private static final Random RANDOM = Seed.of(WrongClocksIT.class);
    private static final List<FakeClock> NODES = List.of(FakeClock.create(), FakeClock.create());
    private static final FakeClock DATABASE = FakeClock.create();
    private static PostgresServer server;
    private static Workday day;

    @BeforeAll
    static void start() throws InterruptedException {
        server = PostgresServer.start(DATABASE.variables());
        day = Workday.begin(
                Deployment.start(
                        new Scene(PEOPLE),
                        server.newDatabase(),
                        NODES.stream().map(FakeClock::variables).toList()),
                RANDOM);
    }

    @AfterAll
    static void stop() {
        day.close();
        server.close();
    }

    @Test
    @Order(1)
    void ofNodes() throws InterruptedException {
        day.laws(0, writers -> {
            for (Duration wrong : differences()) {
                NODES.get(0).set(wrong);
                NODES.get(1).set(wrong.negated());
                Workday.pause(A_WHILE);
                requireWrong(0, wrong);
                requireWrong(1, wrong.negated());
                Colleague.signIn("ou_001", day.desk().urls());
            }
            NODES.forEach(clock -> clock.set(Duration.ZERO));
        });
    }

    /** Five seconds, ten minutes, and whatever lies between. */
    private static List<Duration> differences() {
        return Stream.concat(
                        Stream.of(Duration.ofSeconds(5), Duration.ofMinutes(10)),
                        RANDOM.ints(Effort.of(1), 5, 600).mapToObj(Duration::ofSeconds))
                .toList();
    }

    /** A node tells the time in whole seconds, of a moment between its being asked and its answer. */
    private static void requireWrong(int node, Duration by) {
        Instant asked = Instant.now();
        Instant shown = shown(node);
        assertThat(shown.minus(by))
                .isBetween(asked.minusSeconds(2), Instant.now().plusSeconds(1));
    }

    private static Instant shown(int node) {
        try {
            String date = Web.send(
                            HttpRequest.newBuilder(day.desk().node(node).url().resolve("/health")))
                    .headers()
                    .firstValue("Date")
                    .orElseThrow();
            return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    @Order(2)
    void ofTheDatabaseSetBack() throws InterruptedException {
        day.laws(0, writers -> {
            DATABASE.set(Duration.ofHours(-1));
            nobodyWaitsWhoWasMentioned("mentioned_at > clock_timestamp() + interval '30 minutes'");
            Workday.pause(A_WHILE);
        });
    }

    /** It is as if so much time had passed: those who were just reminded can be reminded once more. */
    @Test
    @Order(3)
    void ofTheDatabaseSetForward() throws InterruptedException {
        day.laws(0, 1, writers -> {
            DATABASE.set(Duration.ofMinutes(-50));
            nobodyWaitsWhoWasMentioned("mentioned_at < clock_timestamp() - interval '5 minutes'");
            Workday.pause(A_WHILE);
        });
    }

    /** A connection of ours may be ended, too: PostgreSQL's own timers go by that clock. */
    private static void nobodyWaitsWhoWasMentioned(String before) {
        await().atMost(SOON)
                .ignoreExceptions()
                .until(() -> day.desk().database().count("mention where " + before) > 0);
        await().atMost(SOON)
                .ignoreExceptions()
                .until(() -> day.desk().database().count("mention where decided_at is null and " + before) == 0);
    }

    @Test
    @Order(4)
    void thatTheDatabasesWasSetIsTold() {
        for (Node node : day.desk().nodes()) {
            await().atMost(SOON).untilAsserted(() -> assertThat(node.program().lines())
                    .anyMatch(line ->
                            line.contains("clock was set back by PT1H") || line.contains("clock was set back by PT59M"))
                    .anyMatch(line -> line.contains("clock was set forward by PT")));
        }
    }

    @Test
    @Order(5)
    void nothingIsLeftOver() {
        day.nothingIsLeftOver();
    }
}
