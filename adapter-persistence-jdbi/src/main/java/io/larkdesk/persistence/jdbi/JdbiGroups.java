package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.group.Group;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Groups;
import io.larkdesk.core.group.ServiceGroup;
import io.larkdesk.core.group.TicketGroup;
import io.larkdesk.core.group.TicketNumber;
import io.larkdesk.core.tenant.PlanName;
import io.larkdesk.core.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The tables {@code service_group} and {@code ticket_group}, and the beginning of each group's row in {@code conversation}. */
final class JdbiGroups implements Groups {

    private static final String FIND_SERVICE_GROUP = "select * from service_group where tenant_id = :tenant";
    static final String GROUPS = """
            select tenant_id, group_id, name, plan, bound_at, null::uuid as opened_from, null::bigint as ticket_number,
                   null as title, null::timestamptz as opened_at, null::timestamptz as closed_at
            from service_group
            where %1$s
            union all
            select tenant_id, group_id, null, null, null, opened_from, ticket_number, title, opened_at, closed_at
            from ticket_group
            where %1$s
            """;
    private static final String FIND = GROUPS.formatted("tenant_id = :tenant and group_id = :group");
    private static final String LIST_ALL =
            GROUPS.formatted("(tenant_id, group_id) in (select * from unnest(:tenants, :groups))");
    private static final String BEGIN = """
            with begun as (
                insert into conversation (tenant_id, group_id) values (:tenant, :group)
                on conflict do nothing
            )
            """;
    private static final String SAVE_SERVICE_GROUP = BEGIN + """
            insert into service_group (tenant_id, group_id, name, plan, bound_at)
            values (:tenant, :group, :name, :plan, :boundAt)
            on conflict (tenant_id, group_id) do update
            set name = excluded.name, plan = excluded.plan, bound_at = excluded.bound_at
            """;
    private static final String SAVE_TICKET_GROUP = BEGIN + """
            insert into ticket_group (tenant_id, group_id, opened_from, ticket_number, title, opened_at, closed_at)
            values (:tenant, :group, :openedFrom, :number, :title, :openedAt, :closedAt)
            on conflict (tenant_id, group_id) do update
            set opened_from = excluded.opened_from, ticket_number = excluded.ticket_number, title = excluded.title,
                opened_at = excluded.opened_at, closed_at = excluded.closed_at
            """;
    private static final String SHELVE_MEMBERS = """
            update member set shelved = :closed
            where tenant_id = :tenant and group_id = :group and shelved <> :closed
            """;
    private static final RowMapper<ServiceGroup> SERVICE_GROUP = (row, context) -> serviceGroup(row);
    static final RowMapper<Group> GROUP =
            (row, context) -> row.getString("name") == null ? ticketGroup(row) : serviceGroup(row);

    private final JdbiTransactions transactions;

    JdbiGroups(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Group> find(GroupId id) {
        return transactions.with(handle ->
                Arguments.group(handle.createQuery(FIND), id).map(GROUP).findOne());
    }

    @Override
    public Optional<ServiceGroup> findServiceGroupOf(TenantId tenant) {
        return transactions.with(handle -> handle.createQuery(FIND_SERVICE_GROUP)
                .bind("tenant", tenant)
                .map(SERVICE_GROUP)
                .findOne());
    }

    @Override
    public List<Group> listAll(Collection<GroupId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return transactions.with(handle ->
                Arguments.groups(handle.createQuery(LIST_ALL), ids).map(GROUP).list());
    }

    @Override
    public void save(Group group) {
        group.fold(this::saveServiceGroup, this::saveTicketGroup);
    }

    private int saveServiceGroup(ServiceGroup group) {
        return transactions.with(handle -> Arguments.group(handle.createUpdate(SAVE_SERVICE_GROUP), group.id())
                .bind("name", group.name())
                .bind("plan", group.plan().value())
                .bind("boundAt", group.boundAt())
                .execute());
    }

    private int saveTicketGroup(TicketGroup group) {
        return transactions.inTransaction(now -> {
            transactions.with(handle -> Arguments.group(handle.createUpdate(SAVE_TICKET_GROUP), group.id())
                    .bind("openedFrom", group.openedFrom().value())
                    .bind("number", group.number().value())
                    .bind("title", group.title())
                    .bind("openedAt", group.openedAt())
                    .bind("closedAt", group.closedAt())
                    .execute());
            return transactions.with(handle -> Arguments.group(handle.createUpdate(SHELVE_MEMBERS), group.id())
                    .bind("closed", group.closedAt().isPresent())
                    .execute());
        });
    }

    private static ServiceGroup serviceGroup(ResultSet row) throws SQLException {
        return new ServiceGroup(
                Columns.group(row),
                row.getString("name"),
                new PlanName(row.getString("plan")),
                Columns.instant(row, "bound_at"));
    }

    private static TicketGroup ticketGroup(ResultSet row) throws SQLException {
        GroupId id = Columns.group(row);
        return new TicketGroup(
                id,
                new GroupId(id.tenant(), Columns.uuid(row, "opened_from")),
                new TicketNumber(row.getLong("ticket_number")),
                row.getString("title"),
                Columns.instant(row, "opened_at"),
                Columns.findInstant(row, "closed_at"));
    }
}
