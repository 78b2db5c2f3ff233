package io.larkdesk.benchmarks.posts;

import io.larkdesk.benchmarks.harness.Check;
import io.larkdesk.benchmarks.harness.Run;
import io.larkdesk.benchmarks.harness.Worker;
import io.larkdesk.benchmarks.site.Database;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The least that a durable post costs: a group's counter, the message, what is to be sent for it, in one transaction. */
final class ChatTransaction implements Worker {

    private static final String TABLES = """
            create table room (id bigint primary key, last_seq bigint not null) with (fillfactor = 70);
            insert into room select n, 0 from generate_series(1, %d) n;
            create table message (
                tenant bigint, room bigint, seq bigint, sender bigint not null, body text not null,
                at timestamptz not null default now(), primary key (room, seq));
            create table outgoing (
                id bigint generated always as identity primary key, room bigint, seq bigint, payload jsonb,
                due timestamptz default now())""";

    private static final String TRANSACTION = """
            \\set room random(1, %d)
            begin;
            update room set last_seq = last_seq + 1 where id = :room returning last_seq as seq \\gset
            insert into message values (1, :room, :seq, 42, 'Please look at this, it has not worked since this morning.');
            insert into outgoing (room, seq, payload) values (:room, :seq, '{"mention": ["somebody"]}');
            commit;
            """;

    private final Database database;
    private final PgBench bench;
    private final int clients;

    /** On an empty {@code database}. */
    ChatTransaction(Database database, int groups, int clients) {
        this.database = database;
        this.clients = clients;
        database.execute(TABLES.formatted(groups));
        bench = new PgBench(database, TRANSACTION.formatted(groups));
    }

    @Override
    public Run run(Duration length) throws IOException, InterruptedException {
        long before = database.count("message");
        PgBench.Outcome outcome = bench.run(clients, length);
        long stored = database.count("message") - before;
        return new Run(
                Map.of(Durable.POSTS, outcome.rate()),
                List.of(new Check("messages stored", outcome.transactions(), stored)));
    }

    @Override
    public void close() {
        // its server is everybody's
    }
}
