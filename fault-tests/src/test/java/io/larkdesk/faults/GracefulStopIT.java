package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The service is asked to stop while reminders are under way and pages are open. */
class GracefulStopIT {

    private static final int SIGTERM = 15;
    private static final String HELD = "permit where reminder_id is not null";

    private Deployment desk;

    @BeforeEach
    void start() {
        desk = Deployment.start(new Scene(20), 1);
    }

    @AfterEach
    void stop() {
        desk.close();
    }

    @Test
    void whatIsUnderWayIsFinished() throws InterruptedException {
        List<Colleague> people = desk.signInAll();
        Node node = desk.node(0);
        desk.sandbox().spoilCards(100, "\"delay_ms\": 1500");
        try (Follower page = Follower.start(people.get(0), desk.urls());
                Writers writers = Writers.start(people, 20, 4)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> desk.database().count(HELD) >= 5);
            assertThat(page.isConnected()).isTrue();
            writers.stop();
            Instant asked = Instant.now();

            int status = node.program().stop();

            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(20));
            assertThat(status).isEqualTo(128 + SIGTERM);
            assertThat(desk.database().count(HELD)).isZero();
            assertThat(desk.database().count("mention where reminder_id is not null and decided_at is null"))
                    .isZero();
            assertThat(node.errors()).isEmpty();
            assertThat(node.program().lines()).noneMatch(line -> line.contains(" WARN "));
        }
    }
}
