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
import java.util.List;

/** The least that such a decision costs: one statement, which gives the permit or does not. */
final class Upserts implements Worker {

    private static final String TABLE =
            "create table gate (person bigint primary key, not_before timestamptz not null)";
    private static final String DECIDE = """
            insert into gate values (?, now() + interval '10 minutes')
            on conflict (person) do update set not_before = excluded.not_before where gate.not_before <= now()
            returning person""";

    private final Database database;
    private final int people;

    Upserts(Database database, int people) {
        this.database = database;
        this.people = people;
        database.execute(TABLE);
    }

    @Override
    public Run run(Duration length) throws Exception {
        database.execute("truncate gate");
        long began = System.nanoTime();
        long given = Hands.together(2 * Contested.HANDS_OF_A_NODE, this::decide);
        return Contested.run(
                given,
                began,
                List.of(
                        new Check("people with a permit", people, database.count("gate")),
                        new Check("permits given", people, given)));
    }

    /** Every hand of one node comes to each eighth person, and so does one of the other node. */
    private long decide(int hand) throws SQLException {
        long given = 0;
        try (Connection connection = database.connect();
                PreparedStatement decide = connection.prepareStatement(DECIDE)) {
            for (int person = hand / 2; person < people; person += Contested.HANDS_OF_A_NODE) {
                decide.setLong(1, person);
                try (ResultSet permit = decide.executeQuery()) {
                    given += permit.next() ? 1 : 0;
                }
            }
        }
        return given;
    }

    @Override
    public void close() {
        // its server is everybody's
    }
}
