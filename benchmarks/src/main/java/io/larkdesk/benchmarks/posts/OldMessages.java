package io.larkdesk.benchmarks.posts;

import io.larkdesk.benchmarks.harness.Check;
import io.larkdesk.benchmarks.harness.Curve;
import io.larkdesk.benchmarks.harness.Metric;
import io.larkdesk.benchmarks.harness.Run;
import io.larkdesk.benchmarks.harness.Worker;
import io.larkdesk.benchmarks.site.Database;
import io.larkdesk.benchmarks.site.Desk;
import io.larkdesk.benchmarks.site.Member;
import io.larkdesk.benchmarks.site.Postgres;
import io.larkdesk.benchmarks.wire.Asker;
import io.larkdesk.benchmarks.wire.Latencies;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Two years of messages in a thousand groups of a customer, one in a hundred in the group at hand: what it takes to add one, and to see some. */
public final class OldMessages implements Worker {

    private static final Metric POST = Metric.cost("a post, median", "ms");
    private static final Metric NEWEST = Metric.cost("the page of a group, median", "ms");
    private static final Metric OLD = Metric.cost("the same at a message of a year ago, median", "ms");

    private static final String WORDS = "It prints again";
    private static final String SAID = "message where body = '" + WORDS + "'";

    /** As they would have come: all groups at once, one after the other in each. */
    private static final String SEED = """
            insert into message (tenant_id, group_id, seq, revision, posted_at, kind, author_tenant_id, author_id, client_id, body)
            select person.tenant_id, coalesce(other.id, own.group_id), seq, seq, posted_at, 'WORDS',
                person.tenant_id, person.person_id, gen_random_uuid(),
                'It is as it was last week: the till prints nothing, and nobody in the shop knows why. ' || n
            from (
                select n, case when n %% 100 > 0 then n %% 999 end as room,
                    case when n %% 100 > 0 then n else %2$d + n / 100 end as seq,
                    now() - interval '2 years' * (1 - n / %1$d.0) as posted_at
                from generate_series(1, %1$d) n) said
            left join (select row_number() over () - 1 as room, gen_random_uuid() as id from generate_series(1, 999)) other using (room)
            cross join (select tenant_id, person_id from person join tenant using (tenant_id) where kind = 'CUSTOMER' limit 1) person
            join service_group own on own.tenant_id = person.tenant_id
            order by n;
            update conversation set last_seq = %2$d + %1$d / 100, revision = revision + %1$d / 100
                from service_group own join tenant using (tenant_id)
                where kind = 'CUSTOMER' and conversation.group_id = own.group_id""";

    private final Desk desk;
    private final Member author;
    private final Asker asker;
    private final byte[] newest;
    private final byte[] old;

    private OldMessages(Database database, long messages) {
        desk = Desk.start(database, 2, 1, Map.of());
        author = desk.signIn(0);
        desk.signIn(1);
        author.say("It does not print");
        long before = Long.parseLong(database.text("select max(last_seq) from conversation"));
        database.execute(SEED.formatted(messages, before));
        database.execute("vacuum analyze");
        long last = before + messages / 100;
        author.read(Long.toString(last));
        newest = author.get(author.group());
        old = author.get(author.group() + "?m=" + (before + last) / 2);
        asker = new Asker(desk.urls().get(0).getPort());
    }

    /** The curve. */
    public static Curve curve(Postgres postgres) {
        return Curve.of(
                "C6",
                "two years of messages in 1,000 groups",
                "messages",
                messages -> () -> new OldMessages(postgres.newDatabase("old"), messages),
                10_000,
                100_000,
                1_000_000,
                5_000_000);
    }

    @Override
    public Run run(Duration length) throws InterruptedException {
        Duration third = length.dividedBy(3);
        long before = desk.database().count(SAID);
        Latencies posts = asker.ask(() -> author.message(WORDS), third);
        long stored = desk.database().count(SAID) - before;
        Latencies pages = asker.ask(() -> newest, third);
        Latencies oldPages = asker.ask(() -> old, third);
        return new Run(
                Map.of(POST, posts.millis(0.5), NEWEST, pages.millis(0.5), OLD, oldPages.millis(0.5)),
                List.of(
                        new Check("messages stored", posts.count(), stored),
                        new Check("refusals", 0, asker.refused())));
    }

    @Override
    public void close() {
        asker.close();
        desk.close();
    }
}
