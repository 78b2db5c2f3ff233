package io.larkdesk.app.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One of two nodes is killed while people write and reminders are under way, and comes back. */
class NodeDiesIT {

    private static final Logger LOG = LoggerFactory.getLogger(NodeDiesIT.class);
    private static final int MESSAGES = 150;
    private static final Duration LONGEST = Duration.ofSeconds(90);

    private Deployment desk;
    private List<Colleague> people;

    @BeforeEach
    void start() {
        desk = Deployment.start(new Scene(40), 2);
        people = desk.signInAll();
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void nothingIsLostAndNothingHappensTwice() throws InterruptedException {
        try (Follower survivor =
                        Follower.start(people.get(0), List.of(desk.node(0).url()));
                Follower mover = Follower.start(
                        people.get(1), List.of(desk.node(1).url(), desk.node(0).url()));
                Writers writers = Writers.start(people, MESSAGES, 3)) {
            await().atMost(LONGEST).until(() -> writers.count() > MESSAGES / 3);
            killWhileAnswersAreAwaited(desk.node(1));
            desk.node(1).start();
            Map<UUID, Long> sent = writers.finish(LONGEST);
            desk.node(1).awaitUp();

            Outcome outcome = new Laws(desk, people).hold(sent, LONGEST, survivor, mover);

            LOG.info("{}", outcome);
            assertThat(outcome.repeats())
                    .as("reminders of the dead node that had arrived")
                    .isPositive();
        }
    }

    /** Lark has taken the cards and is slow to say so: whoever is killed now does not know that they arrived. */
    private void killWhileAnswersAreAwaited(Node node) {
        desk.sandbox().spoilCards(40, "\"delay_ms\": 2000");
        await().atMost(LONGEST).until(() -> desk.database().count("permit where reminder_id is not null") >= 10);
        node.program().kill();
    }
}
