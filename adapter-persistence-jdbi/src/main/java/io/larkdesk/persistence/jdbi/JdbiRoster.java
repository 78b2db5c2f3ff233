package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.Roster;
import io.larkdesk.core.roster.Shift;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/** The table {@code shift}. */
final class JdbiRoster implements Roster {

    private static final String LIST_AT = """
            select * from shift
            where tenant_id = :tenant and until_at > :instant and from_at <= :instant and role = :role
            """;
    private static final String LIST_DURING = """
            select * from shift
            where tenant_id = :tenant and until_at > :from and from_at < :until
            order by from_at, person_id, role
            """;
    private static final String SAVE = """
            insert into shift (tenant_id, person_id, role, from_at, until_at)
            values (:personTenant, :person, :role, :from, :until)
            on conflict (tenant_id, person_id, role, from_at) do update set until_at = excluded.until_at
            """;
    private static final String DELETE = """
            delete from shift
            where tenant_id = :personTenant and person_id = :person and role = :role and from_at = :from
            """;
    private static final RowMapper<Shift> SHIFT = (row, context) -> new Shift(
            Columns.person(row, "tenant_id", "person_id"),
            StaffRole.valueOf(row.getString("role")),
            Columns.instant(row, "from_at"),
            Columns.instant(row, "until_at"));

    private final JdbiTransactions transactions;

    JdbiRoster(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Shift> listAt(TenantId provider, StaffRole role, Instant instant) {
        return transactions.with(handle -> handle.createQuery(LIST_AT)
                .bind("tenant", provider)
                .bind("role", role)
                .bind("instant", instant)
                .map(SHIFT)
                .list());
    }

    @Override
    public List<Shift> listDuring(TenantId provider, Instant from, Instant untilExclusive) {
        return transactions.with(handle -> handle.createQuery(LIST_DURING)
                .bind("tenant", provider)
                .bind("from", from)
                .bind("until", untilExclusive)
                .map(SHIFT)
                .list());
    }

    @Override
    public void save(Shift shift) {
        transactions.with(handle -> key(handle.createUpdate(SAVE), shift)
                .bind("until", shift.until())
                .execute());
    }

    @Override
    public boolean delete(Shift shift) {
        return transactions.with(
                handle -> key(handle.createUpdate(DELETE), shift).execute() > 0);
    }

    private static <S extends SqlStatement<S>> S key(S statement, Shift shift) {
        return Arguments.person(statement, shift.person())
                .bind("role", shift.role())
                .bind("from", shift.from());
    }
}
