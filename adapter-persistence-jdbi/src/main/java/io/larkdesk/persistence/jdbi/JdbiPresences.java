package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.conversation.Presences;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** The table {@code presence}. */
final class JdbiPresences implements Presences {

    private static final String EXTEND = """
            insert into presence as known (tenant_id, group_id, person_tenant_id, person_id, looking_until)
            values (:tenant, :group, :personTenant, :person, :until)
            on conflict (tenant_id, group_id, person_tenant_id, person_id) do update
            set looking_until = excluded.looking_until
            where known.looking_until < excluded.looking_until
            """;
    private static final String FIND_LAST = """
            select tenant_id, group_id from presence
            where (tenant_id, group_id) in (select * from unnest(:tenants, :groups))
              and person_tenant_id = :personTenant and person_id = :person
            order by looking_until desc
            limit 1
            """;

    private final JdbiTransactions transactions;

    JdbiPresences(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void extend(GroupId group, PersonId person, Instant until) {
        transactions.with(handle -> Arguments.person(Arguments.group(handle.createUpdate(EXTEND), group), person)
                .bind("until", until)
                .execute());
    }

    @Override
    public Optional<GroupId> findLast(PersonId person, Collection<GroupId> groups) {
        return transactions.with(
                handle -> Arguments.person(Arguments.groups(handle.createQuery(FIND_LAST), groups), person)
                        .map((row, context) -> Columns.group(row))
                        .findOne());
    }
}
