package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.conversation.ReadCursor;
import io.larkdesk.core.conversation.ReadCursors;
import io.larkdesk.core.conversation.Unread;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code read_cursor}, and the counting of what lies behind it. */
final class JdbiReadCursors implements ReadCursors {

    private static final String GET = """
            select up_to from read_cursor
            where tenant_id = :tenant and group_id = :group and person_tenant_id = :personTenant and person_id = :person
            """;
    private static final String ADVANCE = """
            insert into read_cursor as known (tenant_id, group_id, person_tenant_id, person_id, up_to)
            select tenant_id, group_id, :personTenant, :person, least(:upTo, last_seq)
            from conversation
            where tenant_id = :tenant and group_id = :group and least(:upTo, last_seq) > 0
            on conflict (tenant_id, group_id, person_tenant_id, person_id) do update
            set up_to = greatest(known.up_to, excluded.up_to)
            where known.up_to < excluded.up_to
            """;
    private static final String LIST = "select * from read_cursor where tenant_id = :tenant and group_id = :group";

    // Reads at most :countedTo messages of each group that others wrote, however many there are. A case and no
    // coalesce:
    // PostgreSQL takes coalesce for something that might tell what it sees, keeps it behind the wall, and looks through
    // the whole group
    static final String LIST_UNREAD = """
            select wanted.tenant_id, wanted.group_id,
                   count(*) as messages, count(*) filter (where unread.mentions) as mentions
            from (select distinct * from unnest(:tenants, :groups)) as wanted (tenant_id, group_id)
            left join read_cursor as cursor
                   on cursor.tenant_id = wanted.tenant_id and cursor.group_id = wanted.group_id
                  and cursor.person_tenant_id = :personTenant and cursor.person_id = :person
            cross join lateral (
                select strpos(message.body, '<@' || :person || '>') > 0 as mentions
                from message
                where message.tenant_id = wanted.tenant_id and message.group_id = wanted.group_id
                  and message.seq > case when cursor.up_to is null then 0 else cursor.up_to end
                  and message.kind = 'WORDS' and message.author_id <> :person
                order by message.seq
                limit :countedTo
            ) as unread
            group by wanted.tenant_id, wanted.group_id
            """;
    static final String UNREAD_OF = """
            select wanted.tenant_id as person_tenant_id, wanted.person_id, :tenant as tenant_id, :group as group_id,
                   count(*) as messages, count(*) filter (where unread.mentions) as mentions
            from (select distinct * from unnest(:personTenants, :persons)) as wanted (tenant_id, person_id)
            left join read_cursor as cursor
                   on cursor.tenant_id = :tenant and cursor.group_id = :group
                  and cursor.person_tenant_id = wanted.tenant_id and cursor.person_id = wanted.person_id
            cross join lateral (
                select strpos(message.body, '<@' || wanted.person_id || '>') > 0 as mentions
                from message
                where message.tenant_id = :tenant and message.group_id = :group
                  and message.seq > case when cursor.up_to is null then 0 else cursor.up_to end
                  and message.kind = 'WORDS' and message.author_id <> wanted.person_id
                order by message.seq
                limit :countedTo
            ) as unread
            group by wanted.tenant_id, wanted.person_id
            """;
    private static final RowMapper<ReadCursor> CURSOR = (row, context) -> new ReadCursor(
            Columns.group(row), Columns.person(row, "person_tenant_id", "person_id"), row.getLong("up_to"));
    private static final RowMapper<Unread> UNREAD =
            (row, context) -> new Unread(Columns.group(row), row.getInt("messages"), row.getInt("mentions"));

    private final JdbiTransactions transactions;

    JdbiReadCursors(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public long get(GroupId group, PersonId person) {
        return transactions.with(handle -> Arguments.person(Arguments.group(handle.createQuery(GET), group), person)
                .mapTo(long.class)
                .findOne()
                .orElse(0L));
    }

    @Override
    public boolean advance(GroupId group, PersonId person, long upTo) {
        return transactions.with(
                handle -> Arguments.person(Arguments.group(handle.createUpdate(ADVANCE), group), person)
                                .bind("upTo", upTo)
                                .execute()
                        == 1);
    }

    @Override
    public List<ReadCursor> list(GroupId group) {
        return transactions.with(handle ->
                Arguments.group(handle.createQuery(LIST), group).map(CURSOR).list());
    }

    @Override
    public List<Unread> listUnread(PersonId person, Collection<GroupId> groups) {
        if (groups.isEmpty()) {
            return List.of();
        }
        return transactions.with(
                handle -> Arguments.person(Arguments.groups(handle.createQuery(LIST_UNREAD), groups), person)
                        .bind("countedTo", Unread.COUNTED_TO)
                        .map(UNREAD)
                        .list());
    }

    @Override
    public Map<PersonId, Unread> unreadOf(GroupId group, Collection<PersonId> persons) {
        if (persons.isEmpty()) {
            return Map.of();
        }
        return transactions.with(
                handle -> Arguments.group(Arguments.persons(handle.createQuery(UNREAD_OF), persons), group)
                        .bind("countedTo", Unread.COUNTED_TO)
                        .map((row, context) -> Map.entry(
                                Columns.person(row, "person_tenant_id", "person_id"), UNREAD.map(row, context)))
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
