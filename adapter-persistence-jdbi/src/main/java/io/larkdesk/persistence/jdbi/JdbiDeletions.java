package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.deletion.Deletion;
import io.larkdesk.core.deletion.DeletionReason;
import io.larkdesk.core.deletion.Deletions;
import io.larkdesk.core.deletion.Tally;
import io.larkdesk.core.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code deletion}. */
final class JdbiDeletions implements Deletions {

    private static final String FIND = "select * from deletion where tenant_id = :tenant";
    private static final String LOCK = FIND + " for update";
    private static final String LIST_ALL = "select * from deletion where tenant_id = any(:tenants)";
    private static final String LOCK_DUE = """
            select * from deletion
            where look_at <= :now and due_at <= :now and (without_export or exported_at is not null)
            order by look_at, tenant_id
            limit 1
            for update skip locked
            """;
    private static final String SAVE = """
            insert into deletion (tenant_id, requester_tenant_id, requester_id, requested_at, reason, due_at, without_export,
                                  exported_at, begun_at, look_at,
                                  erased_people, erased_tickets, erased_messages, erased_files, erased_rows)
            values (:tenant, :requesterTenant, :requester, :requestedAt, :reason, :dueAt, :withoutExport,
                    :exportedAt, :begunAt, :lookAt, :people, :tickets, :messages, :files, :rows)
            on conflict (tenant_id) do update
            set requester_tenant_id = excluded.requester_tenant_id, requester_id = excluded.requester_id,
                requested_at = excluded.requested_at, reason = excluded.reason, due_at = excluded.due_at,
                without_export = excluded.without_export, exported_at = excluded.exported_at, begun_at = excluded.begun_at,
                look_at = excluded.look_at, erased_people = excluded.erased_people,
                erased_tickets = excluded.erased_tickets, erased_messages = excluded.erased_messages,
                erased_files = excluded.erased_files, erased_rows = excluded.erased_rows
            """;
    private static final String REMOVE = "delete from deletion where tenant_id = :tenant";
    private static final RowMapper<Deletion> DELETION = (row, context) -> deletion(row);

    private final JdbiTransactions transactions;

    JdbiDeletions(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Deletion> find(TenantId tenant) {
        return transactions.with(handle ->
                handle.createQuery(FIND).bind("tenant", tenant).map(DELETION).findOne());
    }

    @Override
    public Optional<Deletion> lock(TenantId tenant) {
        return transactions.withRunning(handle ->
                handle.createQuery(LOCK).bind("tenant", tenant).map(DELETION).findOne());
    }

    @Override
    public List<Deletion> listAll(Collection<TenantId> tenants) {
        List<UUID> ids = tenants.stream().map(TenantId::value).toList();
        return transactions.with(handle -> handle.createQuery(LIST_ALL)
                .bindArray("tenants", UUID.class, ids)
                .map(DELETION)
                .list());
    }

    @Override
    public Optional<Deletion> lockDue(Instant now) {
        return transactions.withRunning(handle ->
                handle.createQuery(LOCK_DUE).bind("now", now).map(DELETION).findOne());
    }

    @Override
    public void save(Deletion deletion) {
        transactions.with(handle -> handle.createUpdate(SAVE)
                .bind("tenant", deletion.tenant())
                .bind("requesterTenant", deletion.requester().tenant())
                .bind("requester", deletion.requester().value())
                .bind("requestedAt", deletion.requestedAt())
                .bind("reason", deletion.reason().value())
                .bind("dueAt", deletion.dueAt())
                .bind("withoutExport", deletion.withoutExport())
                .bind("exportedAt", deletion.exportedAt())
                .bind("begunAt", deletion.begunAt())
                .bind("lookAt", deletion.lookAt())
                .bind("people", deletion.erased().people())
                .bind("tickets", deletion.erased().tickets())
                .bind("messages", deletion.erased().messages())
                .bind("files", deletion.erased().files())
                .bind("rows", deletion.erased().rows())
                .execute());
    }

    @Override
    public void remove(TenantId tenant) {
        transactions.with(
                handle -> handle.createUpdate(REMOVE).bind("tenant", tenant).execute());
    }

    private static Deletion deletion(ResultSet row) throws SQLException {
        return new Deletion(
                Columns.tenant(row, "tenant_id"),
                Columns.person(row, "requester_tenant_id", "requester_id"),
                Columns.instant(row, "requested_at"),
                new DeletionReason(row.getString("reason")),
                Columns.instant(row, "due_at"),
                row.getBoolean("without_export"),
                Columns.findInstant(row, "exported_at"),
                Columns.findInstant(row, "begun_at"),
                Columns.instant(row, "look_at"),
                new Tally(
                        row.getLong("erased_people"),
                        row.getLong("erased_tickets"),
                        row.getLong("erased_messages"),
                        row.getLong("erased_files"),
                        row.getLong("erased_rows")));
    }
}
