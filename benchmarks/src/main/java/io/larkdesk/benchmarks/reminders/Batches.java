package io.larkdesk.benchmarks.reminders;

import io.larkdesk.benchmarks.harness.Check;
import io.larkdesk.benchmarks.harness.Run;
import io.larkdesk.benchmarks.harness.Worker;
import io.larkdesk.benchmarks.site.Database;
import io.larkdesk.benchmarks.site.Hands;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The least that work at most once at a time costs: claimed in a batch, committed, done, and stored in a batch. */
final class Batches implements Worker {

    private static final String TABLE = """
            create table job (id bigint primary key, due_at timestamptz, claimed_at timestamptz, done_at timestamptz)
                with (fillfactor = 70);
            create index job_due on job (due_at) where due_at is not null""";
    private static final String CLAIM = """
            update job set claimed_at = now(), due_at = now() + interval '30 seconds'
            where id in (select id from job where due_at <= now() order by due_at limit 50 for update skip locked)
            returning id""";
    private static final String STORE = "update job set done_at = now(), due_at = null where id = any(?)";

    private final Database database;
    private final int jobs;

    Batches(Database database, int jobs) {
        this.database = database;
        this.jobs = jobs;
        database.execute(TABLE);
    }

    @Override
    public Run run(Duration length) throws Exception {
        database.execute("truncate job");
        database.execute("insert into job select n, 'epoch' from generate_series(1, " + jobs + ") n");
        database.execute("vacuum analyze job");
        long began = System.nanoTime();
        long done = Hands.together(Due.HANDS, number -> work());
        double seconds = (System.nanoTime() - began) / 1e9;
        return new Run(
                Map.of(Due.REMINDERS, done / seconds),
                List.of(
                        new Check("jobs done", jobs, done),
                        new Check("jobs stored", jobs, database.count("job where done_at is not null"))));
    }

    private long work() throws SQLException {
        long done = 0;
        try (Connection connection = database.connect();
                PreparedStatement claim = connection.prepareStatement(CLAIM);
                PreparedStatement store = connection.prepareStatement(STORE)) {
            for (List<Long> ids = claim(claim); !ids.isEmpty(); ids = claim(claim)) {
                store.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
                done += store.executeUpdate();
            }
        }
        return done;
    }

    private static List<Long> claim(PreparedStatement claim) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (ResultSet rows = claim.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    @Override
    public void close() {
        // its server is everybody's
    }
}
