package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.larkdesk.testkit.Effort;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A node stands still, as a machine that is moved, for longer than what it has begun is its own; then it goes on as if nothing had been. */
@Tag("timed")
class StoppedNodeIT {

    private static final int PEOPLE = 40;
    private static final int TIMES = Effort.of(1);
    private static final int BEGUN = 8;

    /** Longer than an attempt to remind may take, which is a quarter of a minute. */
    private static final Duration STANDSTILL = Duration.ofSeconds(18);

    private static final Random RANDOM = Seed.of(StoppedNodeIT.class);

    private Workday day;

    @BeforeEach
    void start() throws InterruptedException {
        day = Workday.begin(Deployment.start(new Scene(PEOPLE), 2), RANDOM);
    }

    @AfterEach
    void stop() {
        day.close();
    }

    @Test
    void whatItHadBegunIsNotSentAgainByIt() throws InterruptedException {
        Deployment desk = day.desk();
        Program stopped = desk.node(1).program();
        // By chance the other node may have begun all
        for (int i = 0; i < TIMES || (i < TIMES + 5 && !wasOvertaken(stopped)); i++) {
            day.laws(0, writers -> {
                desk.sandbox().spoilCards(4 * BEGUN, "\"delay_ms\": 2000");
                await().atMost(Duration.ofSeconds(60))
                        .pollInterval(Duration.ofMillis(20))
                        .until(() -> desk.database().count("permit where reminder_id is not null") >= BEGUN);
                stopped.signal("STOP");
                Workday.pause(STANDSTILL);
                stopped.signal("CONT");
                await().atMost(Duration.ofSeconds(20)).until(desk.node(1)::isReady);
            });
        }
        assertThat(wasOvertaken(stopped))
                .as("attempts that another node had taken over")
                .isTrue();
        day.nothingIsLeftOver();
    }

    private static boolean wasOvertaken(Program node) {
        return node.lines().stream().anyMatch(line -> line.contains("outcome=overtaken"));
    }
}
