package io.larkdesk.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A newer program's migration comes while people are at work; nodes that do not know it go on, and start again, as long as it says that they can. */
class RollingUpgradeIT {

    private static final Duration LONGEST = Duration.ofSeconds(90);
    private static final int MESSAGES = 120;
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** As the program does: gives up soon, so that nobody waits long behind it, and tries again. */
    private static void migrate(Database database, int version, String statement) {
        await().atMost(LONGEST)
                .ignoreExceptionsMatching(RollingUpgradeIT::isLockedOut)
                .untilAsserted(() -> database.execute("set lock_timeout = '1500ms'; " + statement
                        + "; insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,"
                        + " execution_time, success) values (" + version + ", '" + version + "', 'further', 'SQL', 'V"
                        + version
                        + "__further.sql', 'newer', 1, true)"));
    }

    private static boolean isLockedOut(Throwable failure) {
        return failure.getCause() instanceof SQLException refused && LOCK_NOT_AVAILABLE.equals(refused.getSQLState());
    }

    @Test
    void olderNodesWorkBesideANewerSchemaUntilItSaysThatTheyCannot() throws InterruptedException {
        try (Deployment desk = Deployment.start(new Scene(12), 2)) {
            List<Colleague> people = desk.signInAll();
            try (Follower page = Follower.start(people.get(0), desk.urls());
                    Writers writers = Writers.start(people, MESSAGES, 5)) {
                await().atMost(LONGEST).until(() -> writers.count() > MESSAGES / 4);
                migrate(desk.database(), 901, "alter table message add column further text");
                desk.node(1).program().stop();
                desk.node(1).start();
                desk.node(1).awaitUp();
                Map<UUID, Long> sent = writers.finish(LONGEST);
                new Laws(desk, people).hold(sent, LONGEST, page);
            }
            assertThat(desk.node(1).program().lines()).anyMatch(line -> line.contains("version 901"));

            migrate(desk.database(), 902, "update schema_compatibility set oldest = 902");
            Node tooOld = desk.otherNode(Map.of());
            tooOld.start();
            assertThat(tooOld.program().exitStatus()).isEqualTo(1);
            assertThat(tooOld.program().lines())
                    .singleElement()
                    .asString()
                    .contains("works with programs that know version 902 at least", "start the newer one");
        }
    }
}
