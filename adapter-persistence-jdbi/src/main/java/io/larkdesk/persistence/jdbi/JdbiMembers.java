package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code member}. */
final class JdbiMembers implements Members {

    private static final String FIND = """
            select * from member
            where tenant_id = :tenant and group_id = :group and person_tenant_id = :personTenant and person_id = :person
            """;
    private static final String LIST_IN = """
            select * from member
            where tenant_id = :tenant and group_id = :group and left_at is null
              and (person_tenant_id, person_id) in (select * from unnest(:personTenants, :persons))
            """;
    private static final String LIST = """
            select * from member
            where tenant_id = :tenant and group_id = :group and left_at is null
            order by joined_at, arrival
            """;
    private static final String LIST_OF = """
            select * from member
            where person_tenant_id = :personTenant and person_id = :person and left_at is null and not shelved
            """;
    private static final String LIST_OF_AMONG = """
            select * from member
            where person_tenant_id = :personTenant and person_id = :person and left_at is null
              and (tenant_id, group_id) in (select * from unnest(:tenants, :groups))
            """;
    private static final String LIST_SERVICE_GROUPS_WITHOUT = """
            select tenant_id, group_id from service_group
            where not exists (
                select from member
                where member.tenant_id = service_group.tenant_id and member.group_id = service_group.group_id
                  and person_tenant_id = :personTenant and person_id = :person)
            """;
    private static final String SAVE = """
            insert into member (tenant_id, group_id, person_tenant_id, person_id, joined_at, invited_by_tenant_id, invited_by,
                                left_at, removed_by_tenant_id, removed_by, shelved)
            values (:tenant, :group, :personTenant, :person, :joinedAt, :inviterTenant, :inviter,
                    :leftAt, :removerTenant, :remover,
                    coalesce((
                        select closed_at is not null from ticket_group
                        where tenant_id = :tenant and group_id = :group
                        for share), false))
            on conflict (tenant_id, group_id, person_tenant_id, person_id) do update
            set joined_at = excluded.joined_at, invited_by_tenant_id = excluded.invited_by_tenant_id,
                invited_by = excluded.invited_by, left_at = excluded.left_at,
                removed_by_tenant_id = excluded.removed_by_tenant_id, removed_by = excluded.removed_by,
                shelved = excluded.shelved
            """;
    private static final String MOVE_IN = SAVE + "where member.left_at is not null";
    private static final String MOVE_OUT = """
            update member
            set left_at = :leftAt, removed_by_tenant_id = :removerTenant, removed_by = :remover
            where tenant_id = :tenant and group_id = :group and person_tenant_id = :personTenant and person_id = :person
              and left_at is null
            """;
    private static final String LEAVE_CLOSED = """
            update member
            set left_at = :leftAt, removed_by_tenant_id = :removerTenant, removed_by = :remover
            where person_tenant_id = :personTenant and person_id = :person and left_at is null and shelved
            """;
    static final RowMapper<Member> MEMBER = (row, context) -> new Member(
            Columns.group(row),
            Columns.person(row, "person_tenant_id", "person_id"),
            Columns.instant(row, "joined_at"),
            Columns.findPerson(row, "invited_by_tenant_id", "invited_by"),
            Columns.findInstant(row, "left_at"),
            Columns.findPerson(row, "removed_by_tenant_id", "removed_by"));

    private final JdbiTransactions transactions;

    JdbiMembers(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Optional<Member> find(GroupId group, PersonId person) {
        return transactions.with(handle -> Arguments.person(Arguments.group(handle.createQuery(FIND), group), person)
                .map(MEMBER)
                .findOne());
    }

    @Override
    public List<Member> listIn(GroupId group, Collection<PersonId> persons) {
        if (persons.isEmpty()) {
            return List.of();
        }
        return transactions.with(
                handle -> Arguments.persons(Arguments.group(handle.createQuery(LIST_IN), group), persons)
                        .map(MEMBER)
                        .list());
    }

    @Override
    public List<Member> list(GroupId group) {
        return transactions.with(handle ->
                Arguments.group(handle.createQuery(LIST), group).map(MEMBER).list());
    }

    @Override
    public List<Member> listOf(PersonId person) {
        return transactions.with(handle -> Arguments.person(handle.createQuery(LIST_OF), person)
                .map(MEMBER)
                .list());
    }

    @Override
    public void leaveClosed(PersonId person, PersonId remover, Instant now) {
        transactions.with(handle -> Arguments.person(handle.createUpdate(LEAVE_CLOSED), person)
                .bind("leftAt", now)
                .bind("removerTenant", remover.tenant())
                .bind("remover", remover.value())
                .execute());
    }

    @Override
    public List<Member> listOf(PersonId person, Collection<GroupId> groups) {
        if (groups.isEmpty()) {
            return List.of();
        }
        return transactions.with(
                handle -> Arguments.groups(Arguments.person(handle.createQuery(LIST_OF_AMONG), person), groups)
                        .map(MEMBER)
                        .list());
    }

    @Override
    public List<GroupId> listServiceGroupsWithout(PersonId person) {
        return transactions.with(handle -> Arguments.person(handle.createQuery(LIST_SERVICE_GROUPS_WITHOUT), person)
                .map((row, context) -> Columns.group(row))
                .list());
    }

    @Override
    public void save(Member member) {
        write(SAVE, member);
    }

    @Override
    public boolean move(Member member) {
        return write(member.isIn() ? MOVE_IN : MOVE_OUT, member) > 0;
    }

    private int write(String sql, Member member) {
        return transactions.with(
                handle -> Arguments.person(Arguments.group(handle.createUpdate(sql), member.group()), member.person())
                        .bind("joinedAt", member.joinedAt())
                        .bind("inviterTenant", member.invitedBy().map(PersonId::tenant))
                        .bind("inviter", member.invitedBy().map(PersonId::value))
                        .bind("leftAt", member.leftAt())
                        .bind("removerTenant", member.removedBy().map(PersonId::tenant))
                        .bind("remover", member.removedBy().map(PersonId::value))
                        .execute());
    }
}
