package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.fence.Fence;
import io.larkdesk.core.fence.Fences;
import io.larkdesk.core.fence.Mark;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code fence}, which has one row; and what the server tells of itself. */
final class JdbiFences implements Fences {

    /**
     * Above which revisions of conversations go on. On a server that took over that is, from its first change on and before any node has noted
     * it, the last moment that it knows of the one before, which gave no revision above that.
     */
    static final String FLOOR = """
            (select case when timeline in ('', server_timeline()) then floor
                         else greatest(floor, (extract(epoch from seen_at) * 1000)::bigint) end
             from fence)""";

    private static final String GET = "select * from fence";
    private static final String ADD = """
            insert into fence (epoch, seen_at, home, state, floor, lost_at)
            values (:epoch, :seenAt, :home, :state, :floor, :lostAt)
            """;
    private static final String BEGIN = ADD + "on conflict do nothing";
    /** Once for each server; whether it took over from another. */
    private static final String FOLLOW = """
            with before as (select timeline, %s as floor from fence)
            update fence
            set timeline = server_timeline(), floor = greatest(fence.floor, before.floor),
                lost_at = case when before.timeline = '' then lost_at else clock_timestamp() end
            from before
            where fence.timeline <> server_timeline()
            returning before.timeline <> ''
            """.formatted(FLOOR);

    private static final String LOCK = GET + " for update";
    private static final String SAVE = ADD + """
            on conflict (single) do update
            set epoch = excluded.epoch, seen_at = excluded.seen_at, home = excluded.home, state = excluded.state, floor = excluded.floor,
                lost_at = excluded.lost_at
            """;

    /** A cluster's number is made when it is, and copied with its files; a database's when it is, also by restoring a dump. */
    private static final String HERE = """
            select (select system_identifier from pg_control_system()) || '.'
                   || (select oid from pg_database where datname = current_database())
            """;

    private static final RowMapper<Fence> FENCE = (row, context) -> new Fence(
            new Mark(Columns.instant(row, "epoch"), Columns.instant(row, "seen_at")),
            row.getString("home"),
            Fence.State.valueOf(row.getString("state")),
            row.getLong("floor"),
            Columns.findInstant(row, "lost_at"));

    /** More than are opened in the minute that another server may lack. */
    private static final int NUMBERS_LEFT_OUT = 1_000;

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
    public Fence follow() {
        return transactions.inTransaction(now -> transactions.withRunning(handle -> {
            boolean tookOver =
                    handle.createQuery(FOLLOW).mapTo(Boolean.class).findOne().orElse(false);
            if (tookOver) {
                handle.createQuery(JdbiTickets.SKIP_NUMBERS)
                        .bind("many", NUMBERS_LEFT_OUT)
                        .mapTo(Long.class)
                        .one();
            }
            return get();
        }));
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
                .bind("lostAt", fence.lostAt())
                .execute());
    }

    @Override
    public String here() {
        return transactions.with(
                handle -> handle.createQuery(HERE).mapTo(String.class).one());
    }
}
