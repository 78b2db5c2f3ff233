package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.deletion.Erasure;
import io.larkdesk.core.deletion.Tally;
import io.larkdesk.core.tenant.TenantId;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Deletes rows of a tenant from all tables. A table that is not named here is found by {@code NothingRemainsIT}. */
final class JdbiErasure implements Erasure {

    private static final String OF_TENANT = "tenant_id = :tenant";

    private static final String DELETE = """
            delete from %1$s where ctid = any(array(select ctid from %1$s where %2$s limit :most))
            """;

    /** Whoever has tickets has fewer afterwards. */
    private static final String DELETE_TICKETS = """
            with gone as (
                delete from ticket where ctid = any(array(select ctid from ticket where tenant_id = :tenant limit :most))
                returning engineer_tenant_id, engineer_id, state
            ), fewer as (
                update workload
                set new = workload.new - had.new, in_progress = workload.in_progress - had.in_progress,
                    waiting_for_customer = workload.waiting_for_customer - had.waiting_for_customer,
                    resolved = workload.resolved - had.resolved, closed = workload.closed - had.closed
                from (select engineer_tenant_id, engineer_id,
                             count(*) filter (where state = 'NEW') as new,
                             count(*) filter (where state = 'IN_PROGRESS') as in_progress,
                             count(*) filter (where state = 'WAITING_FOR_CUSTOMER') as waiting_for_customer,
                             count(*) filter (where state = 'RESOLVED') as resolved,
                             count(*) filter (where state = 'CLOSED') as closed
                      from gone
                      where engineer_id is not null
                      group by engineer_tenant_id, engineer_id) had
                where workload.tenant_id = had.engineer_tenant_id and workload.person_id = had.engineer_id
            )
            select count(*) from gone
            """;

    /** Where the answers to requests about a tenant say that what they tell of is found. */
    private static final String ANSWERS = """
            location like '%/tenants/' || :tenant || '/%'
            or exists (select from ticket
                       where ticket_number = substring(location from '/tickets/([0-9]{1,18})')::bigint and tenant_id = :tenant)
            """;

    /** Of a file in the object store the row tells which objects are to be deleted first; it goes when they are gone. */
    private static final String DISCARD_OBJECTS = """
            update attachment set state = 'DISCARDED'
            where ctid = any(array(select ctid from attachment
                                   where tenant_id = :tenant and (storage = 'OBJECT_STORE' or copied_out) and state <> 'DISCARDED'
                                   limit :most))
            """;

    private static final String HAS_FILES = "select exists (select from attachment where tenant_id = :tenant)";

    /** In this order. First what opens anything, then what background work looks for, so that it finds nothing of which a part is gone. */
    private static final List<String> TABLES = List.of(
            "session",
            "sign_in_ended",
            "tenant_administrator",
            "invite_use",
            "invite",
            "onboarding",
            "app_change",
            "former_app",
            "member",
            "permit",
            "mention",
            "notice",
            "webhook_delivery",
            "page",
            "emergency_declaration",
            "emergency",
            "ticket_reminder",
            "ticket_clock",
            "preflight_drift",
            "budget_step",
            "saved_view",
            "kept_answer",
            "ticket",
            "ticket_count",
            "presence",
            "read_cursor",
            "quiet_time",
            "note",
            "ticket_text",
            "timeline_entry",
            "timeline_end",
            "message",
            "conversation",
            "ticket_group",
            "service_group",
            "attachment_chunk",
            "attachment_thumbnail",
            "attachment",
            "attachment_usage",
            "lark_day",
            "preflight_finding",
            "preflight",
            "allowance_change",
            "call_made",
            "call_saved",
            "call_budget",
            "person",
            "audit_entry");

    /** Which rows, where it is not all of the tenant. */
    private static final Map<String, String> WHICH = Map.of(
            "notice",
            OF_TENANT + " or about_tenant_id = :tenant",
            "webhook_delivery",
            "customer_tenant_id = :tenant",
            "saved_view",
            OF_TENANT + " or query like '%' || :tenant || '%'",
            "kept_answer",
            ANSWERS,
            "attachment",
            OF_TENANT + " and storage = 'DATABASE' and not copied_out",
            "attachment_usage",
            OF_TENANT + " and not exists (select from attachment where tenant_id = :tenant)");

    private static final List<String> REST = List.of("tenant", "audit_end", "deletion");

    private final JdbiTransactions transactions;

    JdbiErasure(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Tally erase(TenantId tenant, int most) {
        return transactions.withRunning(handle -> {
            int discarded = handle.createUpdate(DISCARD_OBJECTS)
                    .bind("tenant", tenant)
                    .bind("most", most)
                    .execute();
            Tally all = new Tally(0, 0, 0, discarded, discarded);
            for (String table : TABLES) {
                int left = most - Math.toIntExact(all.rows());
                if (left > 0) {
                    all = all.plus(tally(table, delete(handle, table, tenant, left)));
                }
            }
            return all;
        });
    }

    private static int delete(Handle handle, String table, TenantId tenant, int most) {
        if ("ticket".equals(table)) {
            return handle.createQuery(DELETE_TICKETS)
                    .bind("tenant", tenant)
                    .bind("most", most)
                    .mapTo(Integer.class)
                    .one();
        }
        return handle.createUpdate(DELETE.formatted(table, WHICH.getOrDefault(table, OF_TENANT)))
                .bind("tenant", tenant)
                .bind("most", most)
                .execute();
    }

    private static Tally tally(String table, int rows) {
        return new Tally(
                "person".equals(table) ? rows : 0,
                "ticket".equals(table) ? rows : 0,
                "message".equals(table) ? rows : 0,
                "attachment".equals(table) ? rows : 0,
                rows);
    }

    @Override
    public boolean hasFiles(TenantId tenant) {
        return transactions.with(handle -> handle.createQuery(HAS_FILES)
                .bind("tenant", tenant)
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public void finish(TenantId tenant) {
        transactions.withRunning(handle -> {
            for (String table : REST) {
                handle.createUpdate("delete from " + table + " where tenant_id = :tenant")
                        .bind("tenant", tenant)
                        .execute();
            }
            return tenant;
        });
    }
}
