package io.larkdesk.persistence.jdbi;

import static org.assertj.core.api.Assertions.assertThat;

import io.larkdesk.core.conversation.Unread;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** However much of a group was read, counting what was not looks at that alone, behind the wall between tenants, too. */
final class ManyReadIT {

    @RegisterExtension
    static final TestDatabase DATABASE = TestDatabase.fresh();

    private static final int MANY = 20_000;
    private static final int UNREAD = 3;
    private static final Pattern LOOKED_AT = Pattern.compile("Rows Removed by Filter: (\\d+)");

    private static final TenantId TENANT = new TenantId(new UUID(0, 1));
    private static final GroupId GROUP = new GroupId(TENANT, new UUID(0, 2));
    private static final PersonId READER = new PersonId(TENANT, new UUID(0, 3));

    @BeforeAll
    static void readNearlyAll() {
        DATABASE.jdbi().useHandle(handle -> handle.createScript("""
                        insert into message (tenant_id, group_id, seq, revision, posted_at, kind, author_tenant_id, author_id, client_id, body)
                        select uuid(lpad('1', 32, '0')), uuid(lpad('2', 32, '0')), i, i, 'epoch', 'WORDS',
                               uuid(lpad('1', 32, '0')), uuid(lpad('4', 32, '0')), uuid(lpad(i::text, 32, '0')), 'It is as it was'
                        from generate_series(1, %1$d) as i;
                        insert into read_cursor (tenant_id, group_id, person_tenant_id, person_id, up_to)
                        values (uuid(lpad('1', 32, '0')), uuid(lpad('2', 32, '0')), uuid(lpad('1', 32, '0')), uuid(lpad('3', 32, '0')), %1$d - %2$d);
                        vacuum analyze message, read_cursor
                        """.formatted(MANY, UNREAD))
                .executeAsSeparateStatements());
    }

    /** The rows that were found and were none of those wanted. */
    private static int lookedAtInVain(String sql, Consumer<Query> binding) {
        Jdbi jdbi = DATABASE.jdbi();
        Arguments.register(jdbi);
        List<String> plan = jdbi.inTransaction(handle -> {
            handle.execute("set local role larkdesk_serving");
            handle.execute("select set_config('larkdesk.tenant', ?, true)", TENANT.toString());
            Query query =
                    handle.createQuery("explain (analyze, costs off) " + sql).bind("countedTo", Unread.COUNTED_TO);
            binding.accept(query);
            return query.mapTo(String.class).list();
        });
        return plan.stream()
                .flatMap(line -> LOOKED_AT.matcher(line).results())
                .map(MatchResult::group)
                .mapToInt(text -> Integer.parseInt(text.replaceAll("\\D", "")))
                .sum();
    }

    private static void ofReader(Query query) {
        Arguments.person(Arguments.groups(query, List.of(GROUP)), READER);
    }

    private static void ofGroup(Query query) {
        Arguments.persons(Arguments.group(query, GROUP), List.of(READER));
    }

    @Test
    void whatWasReadIsNotLookedAt() {
        assertThat(lookedAtInVain(JdbiReadCursors.LIST_UNREAD, ManyReadIT::ofReader))
                .isLessThanOrEqualTo(UNREAD);
        assertThat(lookedAtInVain(JdbiReadCursors.UNREAD_OF, ManyReadIT::ofGroup))
                .isLessThanOrEqualTo(UNREAD);
        assertThat(DATABASE.persistence().readCursors().unreadOf(GROUP, List.of(READER)))
                .containsEntry(READER, new Unread(GROUP, UNREAD, 0));
    }

    /** The control: as one would write it, all of the group is looked through. */
    @Test
    void withCoalesceAllIsLookedAt() {
        String coalescing = JdbiReadCursors.LIST_UNREAD.replace(
                "case when cursor.up_to is null then 0 else cursor.up_to end", "coalesce(cursor.up_to, 0)");
        assertThat(coalescing).isNotEqualTo(JdbiReadCursors.LIST_UNREAD);
        assertThat(lookedAtInVain(coalescing, ManyReadIT::ofReader)).isGreaterThanOrEqualTo(MANY - UNREAD);
    }
}
