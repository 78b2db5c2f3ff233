package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.organisation.Administrator;
import io.larkdesk.core.organisation.Administrators;
import io.larkdesk.core.person.PersonId;
import io.larkdesk.core.tenant.TenantId;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code tenant_administrator}. */
final class JdbiAdministrators implements Administrators {

    private static final String OF_PERSON =
            " from tenant_administrator where tenant_id = :personTenant and person_id = :person";
    private static final String HAS = "select exists (select 1" + OF_PERSON + ")";
    private static final String LIST =
            "select * from tenant_administrator where tenant_id = :tenant order by appointed_at, person_id";
    private static final String ADD = """
            insert into tenant_administrator (tenant_id, person_id, by_tenant_id, by_id, appointed_at)
            values (:personTenant, :person, :byTenant, :by, :at)
            on conflict (tenant_id, person_id) do nothing
            """;
    private static final String REMOVE = "delete" + OF_PERSON;
    private static final RowMapper<Administrator> ADMINISTRATOR = (row, context) -> new Administrator(
            Columns.person(row, "tenant_id", "person_id"),
            Columns.person(row, "by_tenant_id", "by_id"),
            Columns.instant(row, "appointed_at"));

    private final JdbiTransactions transactions;

    JdbiAdministrators(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public boolean has(PersonId person) {
        return transactions.with(handle -> Arguments.person(handle.createQuery(HAS), person)
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public List<Administrator> list(TenantId tenant) {
        return transactions.with(handle -> handle.createQuery(LIST)
                .bind("tenant", tenant)
                .map(ADMINISTRATOR)
                .list());
    }

    @Override
    public boolean add(Administrator administrator) {
        return transactions.with(handle -> Arguments.person(handle.createUpdate(ADD), administrator.person())
                        .bind("byTenant", administrator.by().tenant())
                        .bind("by", administrator.by().value())
                        .bind("at", administrator.appointedAt())
                        .execute()
                > 0);
    }

    @Override
    public boolean remove(PersonId person) {
        return transactions.with(
                handle -> Arguments.person(handle.createUpdate(REMOVE), person).execute() > 0);
    }
}
