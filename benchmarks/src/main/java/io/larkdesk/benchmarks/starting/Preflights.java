package io.larkdesk.benchmarks.starting;

import io.larkdesk.benchmarks.harness.Bar;
import io.larkdesk.benchmarks.harness.Check;
import io.larkdesk.benchmarks.harness.Contender;
import io.larkdesk.benchmarks.harness.Metric;
import io.larkdesk.benchmarks.harness.Role;
import io.larkdesk.benchmarks.harness.Run;
import io.larkdesk.benchmarks.harness.Trial;
import io.larkdesk.benchmarks.harness.Worker;
import io.larkdesk.benchmarks.site.Desk;
import io.larkdesk.benchmarks.site.Postgres;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What it takes of an organisation's calls to find out how its app is set up. */
final class Preflights implements Worker {

    private static final Metric EACH = Metric.cost("counted calls a preflight", "calls");

    private final Desk desk;

    private Preflights(Postgres postgres) {
        desk = Desk.start(postgres.newDatabase("preflights"), 1, 1, Map.of());
    }

    static Trial trial(Postgres postgres) {
        return new Trial(
                "an app is looked at",
                Map.of(Role.OURS, new Contender("larkdesk", () -> new Preflights(postgres))),
                List.of(new Bar(EACH, Bar.Kind.ABSOLUTE, 6)));
    }

    @Override
    public Run run(Duration length) throws IOException, InterruptedException {
        long before = Calls.counted(desk);
        boolean isWell = desk.preflight();
        return new Run(
                Map.of(EACH, (double) (Calls.counted(desk) - before)),
                List.of(new Check("preflights without a finding", 1, isWell ? 1 : 0)));
    }

    @Override
    public void close() {
        desk.close();
    }
}
