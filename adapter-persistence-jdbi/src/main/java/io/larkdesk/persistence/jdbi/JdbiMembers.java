package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.group.Member;
import io.larkdesk.core.group.Members;
import io.larkdesk.core.person.PersonId;
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
            where person_tenant_id = :personTenant and person_id = :person and left_at is null
            """;
    private static final String SAVE = """
            insert into member (tenant_id, group_id, person_tenant_id, person_id, joined_at, left_at)
            values (:tenant, :group, :personTenant, :person, :joinedAt, :leftAt)
            on conflict (tenant_id, group_id, person_tenant_id, person_id) do update
            set joined_at = excluded.joined_at, left_at = excluded.left_at
            """;
    private static final RowMapper<Member> MEMBER = (row, context) -> new Member(
            Columns.group(row),
            Columns.person(row, "person_tenant_id", "person_id"),
            Columns.instant(row, "joined_at"),
            Columns.findInstant(row, "left_at"));

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
    public void save(Member member) {
        transactions.with(
                handle -> Arguments.person(Arguments.group(handle.createUpdate(SAVE), member.group()), member.person())
                        .bind("joinedAt", member.joinedAt())
                        .bind("leftAt", member.leftAt())
                        .execute());
    }
}
