package io.larkdesk.benchmarks.reminders;

import io.larkdesk.benchmarks.harness.Bar;
import io.larkdesk.benchmarks.harness.Check;
import io.larkdesk.benchmarks.harness.Contender;
import io.larkdesk.benchmarks.harness.Curve;
import io.larkdesk.benchmarks.harness.Metric;
import io.larkdesk.benchmarks.harness.Role;
import io.larkdesk.benchmarks.harness.Run;
import io.larkdesk.benchmarks.harness.Trial;
import io.larkdesk.benchmarks.harness.Worker;
import io.larkdesk.benchmarks.site.Database;
import io.larkdesk.benchmarks.site.Postgres;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A worker looks for what is due, and nothing is, though very much is planned. */
public final class Polls implements Worker {

    private static final Metric POLL = Metric.cost("an empty look for what is due", "ms");
    private static final int FEW = 10_000;
    private static final int MANY = 5_000_000;

    private static final String PLANNED = """
            insert into permit (tenant_id, person_id, not_before, due_at, noted_at)
            select tenants[1 + n %% 20], gen_random_uuid(), 'epoch', now() + interval '1 day' + n * interval '1 ms', now()
            from generate_series(1, %d) n, (select array_agg(gen_random_uuid()) as tenants from generate_series(1, 20)) t""";

    private final Node node;

    private Polls(Database database, long planned) {
        node = Node.open(database, 2);
        database.execute(PLANNED.formatted(planned));
        database.execute("vacuum analyze permit");
    }

    static Trial trial(Postgres postgres) {
        return new Trial(
                "5,000,000 are planned, beside 10,000 as the limit",
                Map.of(
                        Role.LIMIT,
                                new Contender(
                                        "larkdesk, 10,000 planned", () -> new Polls(postgres.newDatabase("few"), FEW)),
                        Role.OURS, new Contender("larkdesk", () -> new Polls(postgres.newDatabase("many"), MANY))),
                List.of(new Bar(POLL, Bar.Kind.OF_LIMIT, 1.3)));
    }

    /** How a look grows. */
    public static Curve curve(Postgres postgres) {
        return Curve.of(
                "C4",
                "a look for what is due, when nothing is",
                "planned reminders",
                planned -> () -> new Polls(postgres.newDatabase("planned"), planned),
                FEW,
                100_000,
                1_000_000,
                MANY);
    }

    @Override
    public Run run(Duration length) {
        long began = System.nanoTime();
        long end = began + length.toNanos();
        long polls = 0;
        long claims = 0;
        for (; System.nanoTime() < end; polls++) {
            claims += node.claim().execute(Due.HANDS, Due.HANDS / 2).size();
        }
        double millis = (System.nanoTime() - began) / 1e6 / polls;
        return new Run(Map.of(POLL, millis), List.of(new Check("claims of what is not due", 0, claims)));
    }

    @Override
    public void close() {
        node.close();
    }
}
