package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.escalation.Emergency;
import io.larkdesk.core.escalation.EmergencyId;
import io.larkdesk.core.escalation.Page;
import io.larkdesk.core.escalation.PageId;
import io.larkdesk.core.escalation.Pages;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/** The table {@code page}. */
final class JdbiPages implements Pages {

    private static final String ADD = """
            insert into page (tenant_id, group_id, emergency_id, page_id, kind, number, level, person_tenant_id, person_id,
                              state, attempt, first_at, receipt, update_tries, outcome, ended_at, due_at, noted_at)
            values (:tenant, :group, :emergency, :page, :kind, :number, :level, :personTenant, :person,
                    :state, :attempt, :firstAt, :receipt, :updateTries, :outcome, :endedAt, :dueAt, :now)
            on conflict on constraint page_once do nothing
            """;
    private static final String LIST = """
            select * from page
            where tenant_id = :tenant and group_id = :group and emergency_id = :emergency
            order by arrival
            """;
    private static final String LOCK = """
            select * from page
            where tenant_id = :tenant and group_id = :group and emergency_id = :emergency and page_id = :page
            for update
            """;
    private static final String SAVE = """
            update page
            set state = :state, attempt = :attempt, first_at = :firstAt, receipt = :receipt, update_tries = :updateTries,
                outcome = :outcome, ended_at = :endedAt, due_at = :dueAt, noted_at = :now
            where tenant_id = :tenant and group_id = :group and emergency_id = :emergency and page_id = :page
            """;

    // Two index scans, the second of which finds nothing unless the clock was set back
    private static final String LOCK_DUE = """
            with due as (
                select * from page
                where due_at <= :now
                order by due_at
                limit :limit
                for update skip locked
            ), noted_later as (
                select * from page
                where noted_at > :notedAtMost and due_at is not null
                order by noted_at desc
                limit :limit
                for update skip locked
            )
            select * from due union select * from noted_later
            order by due_at
            limit :limit
            """;
    private static final String FIND_EARLIEST_DUE =
            "select due_at from page where due_at is not null order by due_at limit 1";
    private static final RowMapper<Page> PAGE = (row, context) -> page(row);

    private final JdbiTransactions transactions;

    JdbiPages(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    private enum Kind {
        WAITING,
        SENDING,
        SENT,
        OVER
    }

    @Override
    public List<Page> add(Collection<Page> pages, Instant now) {
        return pages.stream().filter(page -> isNew(page, now)).toList();
    }

    private boolean isNew(Page page, Instant now) {
        return transactions.with(handle -> Arguments.person(bound(handle.createUpdate(ADD), page, now), page.person())
                        .bind("kind", page.about().kind())
                        .bind("number", page.about().number())
                        .bind("level", page.about().level())
                        .execute())
                == 1;
    }

    @Override
    public List<Page> list(EmergencyId emergency) {
        return transactions.with(
                handle -> of(handle.createQuery(LIST), emergency).map(PAGE).list());
    }

    @Override
    public Optional<Page> lock(EmergencyId emergency, PageId id) {
        return transactions.withRunning(handle -> of(handle.createQuery(LOCK), emergency)
                .bind("page", id.value())
                .map(PAGE)
                .findOne());
    }

    @Override
    public void save(Page page, Instant now) {
        transactions.withRunning(
                handle -> bound(handle.createUpdate(SAVE), page, now).execute());
    }

    @Override
    public List<Page> lockDue(Instant now, int limit) {
        return transactions.withRunning(handle -> handle.createQuery(LOCK_DUE)
                .bind("now", now)
                .bind("notedAtMost", now.plus(Emergency.CLOCK_STEP))
                .bind("limit", limit)
                .map(PAGE)
                .list());
    }

    @Override
    public Optional<Instant> findEarliestDue() {
        return transactions.with(handle -> handle.createQuery(FIND_EARLIEST_DUE)
                .map((row, context) -> Columns.instant(row, "due_at"))
                .findOne());
    }

    private static <S extends SqlStatement<S>> S of(S statement, EmergencyId emergency) {
        return Arguments.group(statement, emergency.ticket()).bind("emergency", emergency.value());
    }

    private static <S extends SqlStatement<S>> S bound(S statement, Page page, Instant now) {
        Optional<Page.Sending> sending = in(page, Page.Sending.class);
        Optional<Page.Sent> sent = in(page, Page.Sent.class);
        Optional<Page.Over> over = in(page, Page.Over.class);
        return of(statement, page.emergency())
                .bind("page", page.id().value())
                .bind("state", kind(page))
                .bind("attempt", sending.map(Page.Sending::attempt))
                .bind("firstAt", sending.map(Page.Sending::firstAt))
                .bind("receipt", sent.map(Page.Sent::receipt))
                .bind("updateTries", sent.flatMap(Page.Sent::update).map(Page.Update::tries))
                .bind("outcome", over.map(Page.Over::end))
                .bind("endedAt", sent.map(Page.Sent::at).or(() -> over.map(Page.Over::at)))
                .bind("dueAt", page.state().due())
                .bind("now", now);
    }

    private static <T extends Page.State> Optional<T> in(Page page, Class<T> state) {
        return Optional.of(page.state()).filter(state::isInstance).map(state::cast);
    }

    private static Kind kind(Page page) {
        if (page.state() instanceof Page.Waiting) {
            return Kind.WAITING;
        }
        if (page.state() instanceof Page.Sending) {
            return Kind.SENDING;
        }
        return page.state() instanceof Page.Sent ? Kind.SENT : Kind.OVER;
    }

    private static Page page(ResultSet row) throws SQLException {
        return new Page(
                new PageId(Columns.uuid(row, "page_id")),
                new EmergencyId(Columns.group(row), Columns.uuid(row, "emergency_id")),
                new Page.About(Page.Kind.valueOf(row.getString("kind")), row.getLong("number"), row.getInt("level")),
                Columns.person(row, "person_tenant_id", "person_id"),
                state(row));
    }

    private static Page.State state(ResultSet row) throws SQLException {
        return switch (Kind.valueOf(row.getString("state"))) {
            case WAITING -> new Page.Waiting(Columns.instant(row, "due_at"));
            case SENDING ->
                new Page.Sending(
                        row.getInt("attempt"), Columns.instant(row, "first_at"), Columns.instant(row, "due_at"));
            case SENT -> {
                int tries = row.getInt("update_tries");
                yield new Page.Sent(
                        row.getString("receipt"),
                        Columns.instant(row, "ended_at"),
                        Columns.findInstant(row, "due_at").map(due -> new Page.Update(tries, due)));
            }
            case OVER -> new Page.Over(Page.End.valueOf(row.getString("outcome")), Columns.instant(row, "ended_at"));
        };
    }
}
