package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.conversation.Presences;
import io.larkdesk.core.group.GroupId;
import io.larkdesk.core.person.PersonId;
import java.time.Instant;

/** The table {@code presence}. */
final class JdbiPresences implements Presences {

    private static final String EXTEND = """
            insert into presence as known (tenant_id, group_id, person_tenant_id, person_id, looking_until)
            values (:tenant, :group, :personTenant, :person, :until)
            on conflict (tenant_id, group_id, person_tenant_id, person_id) do update
            set looking_until = excluded.looking_until
            where known.looking_until < excluded.looking_until
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
}
