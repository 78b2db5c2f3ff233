package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.notice.Delivery;
import io.larkdesk.core.notice.Notice;
import io.larkdesk.core.notice.NoticeId;
import io.larkdesk.core.notice.Notices;
import io.larkdesk.core.notice.ToldGaps;
import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.Gap;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The tables {@code notice}, {@code gap_look} and {@code gap_told}. */
final class JdbiNotices implements Notices {

    // Not by "on conflict": customers may add what the provider is told, but not see it
    private static final String SAVE = """
            with changed as (
                update notice
                set attempts = :attempts, first_at = :firstAt, due_at = :dueAt, ended = :ended, ended_at = :endedAt
                where tenant_id = :personTenant and notice_id = :notice
                returning notice_id
            )
            insert into notice (tenant_id, notice_id, person_id, kind, about_tenant_id, about_at, lines,
                                attempts, first_at, due_at, ended, ended_at)
            select :personTenant, :notice, :person, :kind, :about, :aboutAt, :lines,
                   :attempts, :firstAt, :dueAt, :ended, :endedAt
            where not exists (select from changed)
            """;
    private static final String LOCK = """
            select * from notice where tenant_id = :tenant and notice_id = :notice for update
            """;
    private static final String LOCK_DUE = """
            select * from notice where due_at <= :now order by due_at limit :limit for update skip locked
            """;
    private static final String BEGIN = "insert into gap_look (tenant_id) values (:tenant) on conflict do nothing";
    private static final String LOCK_LOOK = "select told_at from gap_look where tenant_id = :tenant for update";
    private static final String TOLD =
            "select * from gap_told where tenant_id = :tenant order by role, from_at, until_at";
    private static final String SAVE_LOOK = """
            insert into gap_look (tenant_id, told_at) values (:tenant, :at)
            on conflict (tenant_id) do update set told_at = excluded.told_at
            """;
    private static final String CLEAR = "delete from gap_told where tenant_id = :tenant";
    private static final String ADD = """
            insert into gap_told (tenant_id, role, from_at, until_at, open) values (:tenant, :role, :from, :until, :open)
            """;
    private static final RowMapper<ToldGaps.Seen> SEEN = (row, context) -> new ToldGaps.Seen(
            new Gap(
                    StaffRole.valueOf(row.getString("role")),
                    Columns.instant(row, "from_at"),
                    Columns.instant(row, "until_at")),
            row.getBoolean("open"));

    private final JdbiTransactions transactions;

    JdbiNotices(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void save(Notice notice) {
        Optional<Delivery.Sending> sending = in(notice, Delivery.Sending.class);
        Optional<Delivery.Over> over = in(notice, Delivery.Over.class);
        NoticeRow row = NoticeRow.of(notice.matter());
        transactions.with(handle -> Arguments.person(handle.createUpdate(SAVE), notice.person())
                .bind("notice", notice.id().value())
                .bind("kind", row.kind())
                .bind("about", row.about())
                .bind("aboutAt", row.at())
                .bindArray("lines", String.class, row.lines())
                .bind(
                        "attempts",
                        sending.map(Delivery.Sending::attempts)
                                .or(() -> in(notice, Delivery.Waiting.class).map(Delivery.Waiting::attempts))
                                .orElse(0))
                .bind("firstAt", sending.map(Delivery.Sending::firstAt))
                .bind("dueAt", notice.delivery().due())
                .bind("ended", over.map(Delivery.Over::end))
                .bind("endedAt", over.map(Delivery.Over::at))
                .execute());
    }

    private static <D extends Delivery> Optional<D> in(Notice notice, Class<D> kind) {
        return Optional.of(notice.delivery()).filter(kind::isInstance).map(kind::cast);
    }

    @Override
    public Optional<Notice> lock(TenantId tenant, NoticeId id) {
        return transactions.withRunning(handle -> handle.createQuery(LOCK)
                .bind("tenant", tenant)
                .bind("notice", id.value())
                .map((row, context) -> NoticeRow.notice(row))
                .findOne());
    }

    @Override
    public List<Notice> lockDue(Instant now, int limit) {
        return transactions.withRunning(handle -> handle.createQuery(LOCK_DUE)
                .bind("now", now)
                .bind("limit", limit)
                .map((row, context) -> NoticeRow.notice(row))
                .list());
    }

    @Override
    public ToldGaps lockGaps(TenantId provider) {
        return transactions.withRunning(handle -> {
            handle.createUpdate(BEGIN).bind("tenant", provider).execute();
            Optional<Instant> toldAt = handle.createQuery(LOCK_LOOK)
                    .bind("tenant", provider)
                    .map((row, context) -> Columns.findInstant(row, "told_at"))
                    .one();
            return new ToldGaps(
                    provider,
                    handle.createQuery(TOLD).bind("tenant", provider).map(SEEN).list(),
                    toldAt);
        });
    }

    @Override
    public void save(ToldGaps gaps) {
        transactions.inTransaction(now -> transactions.withRunning(handle -> {
            handle.createUpdate(SAVE_LOOK)
                    .bind("tenant", gaps.provider())
                    .bind("at", gaps.toldAt())
                    .execute();
            handle.createUpdate(CLEAR).bind("tenant", gaps.provider()).execute();
            add(handle, gaps);
            return gaps;
        }));
    }

    private static void add(Handle handle, ToldGaps gaps) {
        if (gaps.gaps().isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(ADD);
        for (ToldGaps.Seen seen : gaps.gaps()) {
            batch.bind("tenant", gaps.provider())
                    .bind("role", seen.gap().role())
                    .bind("from", seen.gap().from())
                    .bind("until", seen.gap().until())
                    .bind("open", seen.open())
                    .add();
        }
        batch.execute();
    }
}
