package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.larkdesk.testkit.Effort;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Three nodes are killed at any time and place, one or two of them at once; and pages are cut off ten times a second, and go on at another
 * node. 10,000 messages over 40 deaths are effort 10.
 */
class KilledAtRandomIT {

    private static final Logger LOG = LoggerFactory.getLogger(KilledAtRandomIT.class);
    private static final int PEOPLE = 40;
    private static final int NODES = 3;
    private static final int PAGES = 25;
    private static final int PACE = 40;
    private static final int DEATHS = Effort.of(4);
    private static final int MESSAGES = Effort.of(1000);
    private static final Duration LONGEST = Duration.ofMinutes(Effort.of(5));
    private static final Random RANDOM = Seed.of(KilledAtRandomIT.class);

    private Workday day;

    @BeforeEach
    void start() throws InterruptedException {
        day = Workday.begin(Deployment.start(new Scene(PEOPLE), NODES), RANDOM, PACE, LONGEST);
    }

    @AfterEach
    void stop() {
        day.close();
    }

    @Test
    void nothingIsLostAndNothingHappensTwice() throws InterruptedException {
        try (CutPages pages = CutPages.open(day.people(), day.desk().urls(), PAGES, RANDOM)) {
            Writers wrote = day.laws(MESSAGES, this::killThem);
            pages.haveEachMessageUpTo(Collections.max(wrote.acknowledged().values()), LONGEST);
            LOG.info("{} pages were cut off {} times", PAGES, pages.cuts());
            assertThat(pages.cuts()).isGreaterThan(MESSAGES / 20);
        }
        day.nothingIsLeftOver();
    }

    private void killThem(Writers writers) {
        for (int death = 1; death <= DEATHS; death++) {
            List<Node> alive = aliveOnceThereAreTwo();
            Workday.pause(Duration.ofMillis(RANDOM.nextInt(2000)));
            Node victim = alive.get(RANDOM.nextInt(alive.size()));
            LOG.info("death {} of {}, {} written", death, DEATHS, writers.count());
            victim.program().kill();
            victim.start();
        }
        day.desk().nodes().forEach(Node::awaitUp);
    }

    private List<Node> aliveOnceThereAreTwo() {
        return await().atMost(LONGEST)
                .until(() -> day.desk().nodes().stream().filter(Node::isUp).toList(), alive -> alive.size() >= 2);
    }
}
