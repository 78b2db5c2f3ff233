package io.larkdesk.benchmarks.reminders;

import io.larkdesk.benchmarks.harness.Bar;
import io.larkdesk.benchmarks.harness.Check;
import io.larkdesk.benchmarks.harness.Contender;
import io.larkdesk.benchmarks.harness.Goal;
import io.larkdesk.benchmarks.harness.Metric;
import io.larkdesk.benchmarks.harness.Role;
import io.larkdesk.benchmarks.harness.Run;
import io.larkdesk.benchmarks.harness.Trial;
import io.larkdesk.benchmarks.harness.Worker;
import io.larkdesk.benchmarks.site.Database;
import io.larkdesk.benchmarks.site.Hands;
import io.larkdesk.benchmarks.site.Postgres;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Two nodes want to remind the same people at the same time; each person may be reminded once. */
public final class Contested {

    static final Metric PERMITS = Metric.rate("permits, each given once", "1/s");
    static final int HANDS_OF_A_NODE = 8;

    private static final int PEOPLE = 2_000;

    private Contested() {}

    /** The goal. */
    public static Goal goal(Postgres postgres) {
        return new Goal(
                "P4",
                "two nodes decide whom to remind",
                List.of(new Trial(
                        "all are contested, 8 threads a node",
                        Map.of(
                                Role.LIMIT,
                                new Contender("one upsert", () -> new Upserts(postgres.newDatabase("upserts"), PEOPLE)),
                                Role.OURS,
                                new Contender("larkdesk", () -> new Claims(postgres.newDatabase("claims"))),
                                Role.PEER,
                                new Contender(
                                        "bucket4j 8.14.0 on PostgreSQL",
                                        () -> new Buckets(postgres.newDatabase("buckets"), PEOPLE))),
                        List.of(new Bar(PERMITS, Bar.Kind.OF_LIMIT, 0.6), new Bar(PERMITS, Bar.Kind.OF_PEER, 2.5)))));
    }

    static Run run(long given, long began, List<Check> checks) {
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Run(Map.of(PERMITS, given / seconds), checks);
    }

    /** The service's own use case, on two pools of connections. */
    private static final class Claims implements Worker {

        private static final int AT_ONCE = 16;

        private final Database database;
        private final List<Node> nodes;

        Claims(Database database) {
            this.database = database;
            People.seed(database, PEOPLE);
            this.nodes = List.of(Node.open(database, HANDS_OF_A_NODE), Node.open(database, HANDS_OF_A_NODE));
        }

        @Override
        public Run run(Duration length) throws Exception {
            People.dueAgain(database);
            long began = System.nanoTime();
            long given = Hands.together(
                    nodes.size() * HANDS_OF_A_NODE, number -> claimAll(nodes.get(number % nodes.size())));
            String held = "permit where reminder_id is not null";
            return Contested.run(
                    given,
                    began,
                    List.of(
                            new Check("people with a permit", PEOPLE, database.count(held)),
                            new Check("permits given", PEOPLE, given)));
        }

        /** Until nobody is due, and nobody is in another's hands. */
        private long claimAll(Node node) {
            long claimed = 0;
            for (int now = node.claim().execute(AT_ONCE).size();
                    now > 0;
                    now = node.claim().execute(AT_ONCE).size()) {
                claimed += now;
            }
            return claimed;
        }

        @Override
        public void close() {
            nodes.forEach(Node::close);
        }
    }
}
