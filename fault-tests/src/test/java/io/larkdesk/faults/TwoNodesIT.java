package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.larkdesk.testkit.Effort;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two nodes on one database keep the laws together. The full run, of 200 people and 10,500 mentions, is effort 7:
 *
 * <pre>{@code
 * mvn -q -pl fault-tests -am verify -Dtest=TwoNodesIT -Dsurefire.failIfNoSpecifiedTests=false -Dlarkdesk.effort=7
 * }</pre>
 */
class TwoNodesIT {

    private static final Logger LOG = LoggerFactory.getLogger(TwoNodesIT.class);
    private static final int PEOPLE = Math.min(200, Effort.of(60));
    private static final int MESSAGES = Effort.of(150);
    private static final Duration LONGEST =
            Duration.ofSeconds(90L + Effort.of(30)).plus(Deployment.WINDOW.multipliedBy(2));

    private static final Map<UUID, Long> SENT = new HashMap<>();
    private static Deployment desk;
    private static List<Colleague> people;

    @BeforeAll
    static void start() {
        desk = Deployment.start(new Scene(PEOPLE), 2);
        people = desk.signInAll();
    }

    @AfterAll
    static void stop() {
        desk.close();
    }

    private static Follower follow(int node) {
        return Follower.start(people.get(node), List.of(desk.node(node).url()));
    }

    private static Outcome lawsHoldFor(Writers writers, Follower... followers) throws InterruptedException {
        SENT.putAll(writers.finish(LONGEST));
        Outcome outcome = new Laws(desk, people).hold(SENT, LONGEST, followers);
        LOG.info("{} people: {}", PEOPLE, outcome);
        return outcome;
    }

    @Test
    void inPeaceEachReminderCostsOneCall() throws InterruptedException {
        int repeats = Outcome.await(desk, LONGEST).repeats();
        try (Follower here = follow(0);
                Follower there = follow(1);
                Writers writers = Writers.start(people, MESSAGES, 1)) {
            assertThat(lawsHoldFor(writers, here, there).repeats()).isEqualTo(repeats);
        }
    }

    @Test
    void whateverGoesWrongAtLarkTheLawsHold() throws InterruptedException {
        int repeats = Outcome.await(desk, LONGEST).repeats();
        try (Follower here = follow(0);
                Follower there = follow(1);
                Writers writers = Writers.start(people, MESSAGES, 2)) {
            loseConnections();
            await().atMost(LONGEST).until(() -> writers.count() > MESSAGES / 2);
            spoilAnswers();
            assertThat(lawsHoldFor(writers, here, there).repeats()).isGreaterThan(repeats);
        }
        assertThat(desk.sandbox().isSpoiltNoMore()).isTrue();
    }

    /** The other way than above: not a few things go wrong at first, but a quarter of all sendings, to the end. */
    @Test
    void withAFourthOfTheAnswersLostNothingIsLostOrComesTwice() throws InterruptedException {
        Outcome before = Outcome.await(desk, LONGEST);
        desk.sandbox().spoilEach(5, "\"drop\": \"after\"");
        desk.sandbox().spoilEach(20, "\"drop\": \"before\"");
        try (Follower here = follow(0);
                Follower there = follow(1);
                Writers writers = Writers.start(people, MESSAGES, 3)) {
            Outcome outcome = lawsHoldFor(writers, here, there);
            int cards = outcome.cards() - before.cards();
            assertThat(outcome.repeats() - before.repeats()).as("sent again").isGreaterThan(cards / 10);
        } finally {
            desk.sandbox().heal();
        }
    }

    private static void loseConnections() {
        desk.sandbox().spoilCards(Effort.of(4), "\"drop\": \"after\"");
        desk.sandbox().spoilCards(Effort.of(3), "\"drop\": \"before\"");
    }

    private static void spoilAnswers() {
        desk.sandbox().spoilCards(Effort.of(3), "\"status\": 503");
        desk.sandbox().spoilCards(Effort.of(3), "\"malformed\": true");
        desk.sandbox().spoilCards(Effort.of(2), "\"status\": 429");
    }
}
