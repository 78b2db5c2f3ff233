package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.group.Groups;
import io.larkdesk.core.tenant.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code service_group}, and the beginning of each group's row in {@code conversation}. */
final class JdbiGroups implements Groups {

    private static final String FIND_OF = "select * from service_group where tenant_id = :tenant";
    private static final String LIST_ALL = """
            select * from service_group
            where (tenant_id, group_id) in (select * from unnest(:tenants, :groups))
            """;
    private static final String SAVE = """
            with begun as (
                insert into conversation (tenant_id, group_id) values (:tenant, :group)
                on conflict do nothing
            )
            insert into service_group (tenant_id, group_id, name, plan, bound_at)
            values (:tenant, :group, :name, :plan, :boundAt)
            on conflict (tenant_id, group_id) do update
            set name = excluded.name, plan = excluded.plan, bound_at = excluded.bound_at
            """;
    private static final RowMapper<ServiceGroup> GROUP = (row, context) -> new ServiceGroup(
            Columns.group(row), row.getString("name"), row.getString("plan"), Columns.instant(row, "bound_at"));

    private final JdbiTransactions transactions;

    JdbiGroups(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<ServiceGroup> findOf(TenantId tenant) {
        return transactions.with(handle ->
                handle.createQuery(FIND_OF).bind("tenant", tenant).map(GROUP).findOne());
    }

    @Override
    public List<ServiceGroup> listAll(Collection<GroupId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return transactions.with(handle ->
                Arguments.groups(handle.createQuery(LIST_ALL), ids).map(GROUP).list());
    }

    @Override
    public void save(ServiceGroup group) {
        transactions.with(handle -> Arguments.group(handle.createUpdate(SAVE), group.id())
                .bind("name", group.name())
                .bind("plan", group.plan())
                .bind("boundAt", group.boundAt())
                .execute());
    }
}
