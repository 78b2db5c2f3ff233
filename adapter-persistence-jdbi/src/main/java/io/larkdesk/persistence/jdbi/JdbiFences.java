package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.fence.Fence;
import io.larkdesk.core.fence.Fences;
import io.larkdesk.core.fence.Mark;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code fence}, which has one row; and what the server tells of itself. */
final class JdbiFences implements Fences {

    private static final String GET = "select * from fence";
    private static final String BEGIN = """
            insert into fence (epoch, seen_at, home, state, floor) values (:epoch, :seenAt, :home, :state, :floor) on conflict do nothing
            """;
    private static final String LOCK = GET + " for update";
    private static final String SAVE = """
            insert into fence (epoch, seen_at, home, state, floor) values (:epoch, :seenAt, :home, :state, :floor)
            on conflict (single) do update
            set epoch = excluded.epoch, seen_at = excluded.seen_at, home = excluded.home, state = excluded.state, floor = excluded.floor
            """;

    /** A cluster's number is made when it is, and copied with its files; a database's when it is, also by restoring a dump. */
    private static final String HERE = """
            select (select system_identifier from pg_control_system()) || '.'
                   || (select oid from pg_database where datname = current_database())
            """;

    private static final RowMapper<Fence> FENCE = (row, context) -> new Fence(
            new Mark(Columns.instant(row, "epoch"), Columns.instant(row, "seen_at")),
            row.getString("home"),
            Fence.State.valueOf(row.getString("state")));

    private final JdbiTransactions transactions;

    JdbiFences(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Fence get() {
        return transactions.with(
                handle -> handle.createQuery(GET).map(FENCE).findOne().orElse(Fence.NEW));
    }

    @Override
    public Fence lock() {
        return transactions.withRunning(handle -> {
            store(BEGIN, Fence.NEW);
            return handle.createQuery(LOCK).map(FENCE).one();
        });
    }

    @Override
    public void save(Fence fence) {
        store(SAVE, fence);
    }

    private void store(String statement, Fence fence) {
        transactions.with(handle -> handle.createUpdate(statement)
                .bind("epoch", fence.mark().epoch())
                .bind("seenAt", fence.mark().seenAt())
                .bind("home", fence.home())
                .bind("state", fence.state())
                .bind("floor", fence.floor())
                .execute());
    }

    @Override
    public String here() {
        return transactions.with(
                handle -> handle.createQuery(HERE).mapTo(String.class).one());
    }
}
