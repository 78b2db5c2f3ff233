package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.audit.AuditActor;
import io.larkdesk.core.audit.AuditBook;
import io.larkdesk.core.audit.AuditEnd;
import io.larkdesk.core.audit.AuditEntry;
import io.larkdesk.core.audit.AuditQuery;
import io.larkdesk.core.audit.AuditSpot;
import io.larkdesk.core.audit.AuditTrail;
import io.larkdesk.core.audit.Origin;
import io.larkdesk.core.shared.ChainHash;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** The tables {@code audit_entry} and {@code audit_end}. */
final class JdbiAuditTrail implements AuditTrail {

    private static final String END = "select place, hash from audit_end where tenant_id = :book";
    private static final String BEGIN = """
            insert into audit_end (tenant_id, place, hash) values (:book, 0, :hash) on conflict do nothing
            """;
    private static final String LOCK_END = END + " for update";
    private static final String APPEND = """
            with entry as (
                insert into audit_entry (tenant_id, place, at, actor, action, subject, changed_fields, changed_from, changed_to,
                                         address, request, hash)
                values (:book, :place, :at, :actor, :action, :subject, :fields, :from, :to, :address, :request, :hash)
                returning tenant_id, place, hash
            )
            insert into audit_end (tenant_id, place, hash) select * from entry
            on conflict (tenant_id) do update set place = excluded.place, hash = excluded.hash
            """;
    private static final String LIST_AFTER = """
            select * from audit_entry where tenant_id = :book and place > :place order by place limit :limit
            """;
    private static final String LIST =
            "select * from audit_entry where true%s" + " order by at desc, tenant_id desc, place desc limit :limit";
    private static final String LIST_BOOKS = "select tenant_id from audit_end where place > 0 order by tenant_id";
    private static final RowMapper<AuditEnd> AUDIT_END =
            (row, context) -> new AuditEnd(row.getLong("place"), AuditRow.hash(row));
    private static final RowMapper<AuditEntry> ENTRY = (row, context) -> AuditRow.entry(row);

    private final JdbiTransactions transactions;

    JdbiAuditTrail(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public AuditEnd end(AuditBook book) {
        return transactions.with(handle -> handle.createQuery(END)
                .bind("book", book.id())
                .map(AUDIT_END)
                .findOne()
                .orElse(AuditEnd.START));
    }

    @Override
    public AuditEnd lockEnd(AuditBook book) {
        return transactions.withRunning(handle -> {
            handle.createUpdate(BEGIN)
                    .bind("book", book.id())
                    .bind("hash", AuditRow.bytes(ChainHash.START))
                    .execute();
            return handle.createQuery(LOCK_END)
                    .bind("book", book.id())
                    .map(AUDIT_END)
                    .one();
        });
    }

    @Override
    public void append(AuditEntry entry) {
        transactions.with(handle -> handle.createUpdate(APPEND)
                .bind("book", entry.event().book().id())
                .bind("place", entry.place())
                .bind("at", entry.at())
                .bind("actor", entry.event().actor().text())
                .bind("action", entry.event().action())
                .bind("subject", entry.event().subject().text())
                .bindArray("fields", String.class, AuditRow.fields(entry))
                .bindArray("from", String.class, AuditRow.from(entry))
                .bindArray("to", String.class, AuditRow.to(entry))
                .bind("address", entry.origin().map(Origin::address))
                .bind("request", entry.origin().map(Origin::request))
                .bind("hash", AuditRow.bytes(entry.hash()))
                .execute());
    }

    @Override
    public List<AuditEntry> listAfter(AuditBook book, long placeExclusive, int limit) {
        return transactions.with(handle -> handle.createQuery(LIST_AFTER)
                .bind("book", book.id())
                .bind("place", placeExclusive)
                .bind("limit", limit)
                .map(ENTRY)
                .list());
    }

    @Override
    public List<AuditEntry> list(AuditQuery query, int limit) {
        return transactions.with(handle -> bind(handle.createQuery(LIST.formatted(wanted(query))), query)
                .bind("limit", limit)
                .map(ENTRY)
                .list());
    }

    private static String wanted(AuditQuery query) {
        return query.books().map(books -> " and tenant_id = any(:books)").orElse("")
                + query.actor().map(actor -> " and actor = :actor").orElse("")
                + query.action().map(action -> " and action = :action").orElse("")
                + query.fromInclusive().map(from -> " and at >= :from").orElse("")
                + query.untilExclusive().map(until -> " and at < :until").orElse("")
                + query.before()
                        .map(spot -> " and (at, tenant_id, place) < (:spotAt, :spotBook, :spotPlace)")
                        .orElse("");
    }

    private static Query bind(Query statement, AuditQuery query) {
        Optional<AuditSpot> before = query.before();
        List<UUID> books =
                query.books().orElse(Set.of()).stream().map(AuditBook::id).toList();
        return statement
                .bindArray("books", UUID.class, books)
                .bind("actor", query.actor().map(AuditActor::text))
                .bind("action", query.action())
                .bind("from", query.fromInclusive())
                .bind("until", query.untilExclusive())
                .bind("spotAt", before.map(AuditSpot::at))
                .bind("spotBook", before.map(spot -> spot.book().id()))
                .bind("spotPlace", before.map(AuditSpot::place));
    }

    @Override
    public List<AuditBook> listBooks() {
        return transactions.with(handle -> handle.createQuery(LIST_BOOKS)
                .map((row, context) -> AuditBook.withId(Columns.uuid(row, "tenant_id")))
                .list());
    }
}
