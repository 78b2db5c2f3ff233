package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.larkdesk.faults.agent.Hooks;
import io.larkdesk.faults.agent.KillPoint;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A node dies in the middle of setting up its database, again and again; the next start goes on where it was. */
class MigrationDiesIT {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int DEATHS = 5;
    private static final int APART = 4;

    @Test
    void whatWasBegunIsDoneAgainAndWhatWasDoneIsNot() {
        try (Deployment desk = Deployment.prepare(new Scene(1), 1, Map.of())) {
            Node node = desk.node(0);
            int before = 0;
            for (int death = 0; death < DEATHS; death++) {
                node.startToDieAt(KillPoint.MIGRATION_BEFORE_COMMIT, APART);
                await("see " + node.program()).atMost(LONGEST).until(() -> !node.program()
                        .isAlive());
                assertThat(node.program().exitStatus())
                        .as("see %s", node.program())
                        .isEqualTo(Hooks.STATUS);
                int done = desk.database().count("flyway_schema_history where success");
                assertThat(done).isEqualTo(before + APART - 1);
                before = done;
            }
            node.start();
            node.awaitUp();
            assertThat(desk.signInAll()).hasSize(1);
        }
    }
}
