package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.larkdesk.faults.agent.Hooks;
import io.larkdesk.faults.agent.KillPoint;
import io.larkdesk.testkit.Effort;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A node dies at each place at which something could be lost or happen twice, while people write and another node goes on. */
class KillPointsIT {

    private static final Logger LOG = LoggerFactory.getLogger(KillPointsIT.class);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int PEOPLE = 40;
    private static final int EACH = Effort.of(1);
    private static final Set<KillPoint> ONCE_IN_A_LIFE = EnumSet.of(KillPoint.TOKEN_ASKED_FOR, KillPoint.DRAINING);
    private static final int MOST_MESSAGES = 100_000;
    private static final long SEED = Long.getLong("larkdesk.seed", System.currentTimeMillis());

    private final Random random = new Random(SEED);
    private final Deployment desk = Deployment.start(new Scene(PEOPLE), 2);

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void whereverANodeDiesNothingIsLostAndNothingHappensTwice() throws InterruptedException {
        List<Colleague> people = desk.signInAll();
        try (Follower survivor =
                        Follower.start(people.get(0), List.of(desk.node(0).url()));
                Follower mover = Follower.start(
                        people.get(1), List.of(desk.node(1).url(), desk.node(0).url()));
                Writers writers = Writers.start(people, MOST_MESSAGES, SEED)) {
            for (KillPoint point : deaths()) {
                die(desk.node(1), point);
            }
            desk.node(1).start();
            desk.node(1).awaitUp();
            Map<UUID, Long> sent = writers.finishEarly(LONGEST);

            Outcome outcome = new Laws(desk, people).hold(sent, LONGEST, survivor, mover);

            LOG.info("seed {}, {} messages, {}", SEED, sent.size(), outcome);
            assertThat(outcome.repeats())
                    .as("reminders of the dead node that had arrived")
                    .isPositive();
        }
    }

    /** Each place of a node that is in service, several times, in any order. */
    private List<KillPoint> deaths() {
        List<KillPoint> deaths = new ArrayList<>();
        for (int round = 0; round < EACH; round++) {
            deaths.addAll(EnumSet.complementOf(EnumSet.of(KillPoint.MIGRATION_BEFORE_COMMIT)));
        }
        // What is asked for in the end: one card may be for somebody who reads before it is sent again
        deaths.add(KillPoint.CARD_SENT);
        Collections.shuffle(deaths, random);
        return deaths;
    }

    private void die(Node node, KillPoint point) {
        LOG.info("seed {}: {} next", SEED, point);
        node.program().kill();
        node.startToDieAt(point, ONCE_IN_A_LIFE.contains(point) ? 1 : 1 + random.nextInt(3));
        if (point == KillPoint.DRAINING) {
            node.awaitUp();
            node.program().terminate();
        }
        await(point + ", see " + node.program()).atMost(LONGEST).until(() -> !node.program()
                .isAlive());
        assertThat(node.program().exitStatus())
                .as("%s, see %s", point, node.program())
                .isEqualTo(Hooks.STATUS);
    }
}
