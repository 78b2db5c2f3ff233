package io.larkdesk.benchmarks.tenants;

import io.larkdesk.benchmarks.harness.Check;
import io.larkdesk.benchmarks.harness.Curve;
import io.larkdesk.benchmarks.harness.Metric;
import io.larkdesk.benchmarks.harness.Run;
import io.larkdesk.benchmarks.harness.Worker;
import io.larkdesk.benchmarks.site.Database;
import io.larkdesk.benchmarks.site.Desk;
import io.larkdesk.benchmarks.site.Member;
import io.larkdesk.benchmarks.site.Postgres;
import io.larkdesk.benchmarks.site.Program;
import io.larkdesk.benchmarks.wire.Asker;
import io.larkdesk.benchmarks.wire.Latencies;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One customer works, and very many others do nothing: what each of its posts takes, and what the node does when nobody does anything. */
public final class IdleTenants implements Worker {

    private static final Metric POST = Metric.cost("a post, median", "ms");
    private static final Metric PROCESSOR = Metric.cost("at rest, processor time of the node", "ms/s");
    private static final Metric HEAP = Metric.cost("live heap of the node", "MiB");

    private static final int PEOPLE = 10;
    private static final int SAID = 20;

    /** Everything that one customer has is there for others, too: in each table, with their ids in place of this one's. */
    private static final String SEED = """
            do $$
            declare
                made record;
                held record;
                own uuid;
            begin
                select tenant_id, app_id into made from tenant where kind = 'CUSTOMER';
                create temporary table idle as select n, gen_random_uuid() as id from generate_series(1, %d) n;
                for held in
                    select c.table_name, string_agg(quote_ident(d.column_name), ', ') as columns
                    from information_schema.columns c join information_schema.columns d using (table_schema, table_name)
                    where c.table_schema = 'public' and c.column_name = 'tenant_id' and d.is_generated = 'NEVER'
                        and c.table_name not in ('session')
                    group by 1
                loop
                    execute format('
                        insert into %%1$I (%%2$s) overriding system value
                        select %%2$s from (
                            select (jsonb_populate_record(null::%%1$I,
                                replace(replace(to_jsonb(one)::text, %%3$L, id::text), %%4$L, ''cli_idle'' || n)::jsonb)).*
                            from %%1$I one, idle where tenant_id = %%3$L) copies',
                        held.table_name, held.columns, made.tenant_id, made.app_id);
                end loop;
            end $$""";

    private final Desk desk;
    private final Member author;
    private final Asker asker;
    private final long tenants;

    private IdleTenants(Database database, long idle) {
        desk = Desk.start(database, PEOPLE, 1, Map.of());
        author = desk.signIn(0);
        for (int i = 1; i < PEOPLE; i++) {
            desk.signIn(i);
        }
        for (int i = 0; i < SAID; i++) {
            author.say("It has not worked since this morning, and nobody in the shop knows why. " + i);
        }
        database.execute(SEED.formatted(idle));
        database.execute("vacuum analyze");
        tenants = idle + database.count("tenant where app_id not like 'cli_idle%'");
        asker = new Asker(desk.urls().get(0).getPort());
    }

    /** The curve. */
    public static Curve curve(Postgres postgres) {
        return Curve.of(
                "C1",
                "one customer works, the others rest",
                "idle customers",
                idle -> () -> new IdleTenants(postgres.newDatabase("tenants"), idle),
                10,
                100,
                1_000,
                10_000);
    }

    @Override
    public Run run(Duration length) throws InterruptedException {
        Latencies posts = asker.ask(() -> author.message("It works again"), length);
        Program node = desk.nodes().get(0);
        double heap = node.liveHeap() / 1024;
        Duration workedBefore = node.processorTime();
        TimeUnit.NANOSECONDS.sleep(length.toNanos());
        Duration worked = node.processorTime().minus(workedBefore);
        return new Run(
                Map.of(POST, posts.millis(0.5), HEAP, heap, PROCESSOR, worked.toNanos() * 1e3 / length.toNanos()),
                List.of(
                        new Check(
                                "customers and their provider",
                                tenants,
                                desk.database().count("tenant")),
                        new Check("refusals", 0, asker.refused())));
    }

    @Override
    public void close() {
        asker.close();
        desk.close();
    }
}
