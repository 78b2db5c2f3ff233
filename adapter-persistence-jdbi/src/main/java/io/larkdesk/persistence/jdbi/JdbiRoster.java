package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.person.StaffRole;
import io.larkdesk.core.roster.Absence;
import io.larkdesk.core.roster.AbsenceReason;
import io.larkdesk.core.roster.Roster;
import io.larkdesk.core.roster.Shift;
import io.larkdesk.core.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;

/** The tables {@code shift}, {@code absence} and {@code roster_planned}. */
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
    private static final String NOTE_PLANNED = """
            insert into roster_planned (tenant_id) values (:tenant) on conflict do nothing
            """;
    private static final String IS_PLANNED = """
            select exists (select from roster_planned where tenant_id = :tenant)
            """;
    private static final String LIST_ABSENCES = """
            select * from absence
            where tenant_id = :tenant and until_at > :from and from_at < :until
            order by from_at, person_id
            """;
    private static final String SAVE_ABSENCE = """
            insert into absence (tenant_id, person_id, from_at, until_at, reason)
            values (:personTenant, :person, :from, :until, :reason)
            on conflict (tenant_id, person_id, from_at) do update set until_at = excluded.until_at, reason = excluded.reason
            """;
    private static final String DELETE_ABSENCE = """
            delete from absence where tenant_id = :personTenant and person_id = :person and from_at = :from
            """;
    private static final RowMapper<Absence> ABSENCE = (row, context) -> new Absence(
            Columns.person(row, "tenant_id", "person_id"),
            Columns.instant(row, "from_at"),
            Columns.instant(row, "until_at"),
            Columns.findText(row, "reason").map(AbsenceReason::new));
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

    @Override
    public void notePlanned(TenantId provider) {
        transactions.with(handle ->
                handle.createUpdate(NOTE_PLANNED).bind("tenant", provider).execute());
    }

    @Override
    public boolean isPlanned(TenantId provider) {
        return transactions.with(handle -> handle.createQuery(IS_PLANNED)
                .bind("tenant", provider)
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public List<Absence> listAbsences(TenantId provider, Instant from, Instant untilExclusive) {
        return transactions.with(handle -> handle.createQuery(LIST_ABSENCES)
                .bind("tenant", provider)
                .bind("from", from)
                .bind("until", untilExclusive)
                .map(ABSENCE)
                .list());
    }

    @Override
    public void save(Absence absence) {
        transactions.with(handle -> Arguments.person(handle.createUpdate(SAVE_ABSENCE), absence.person())
                .bind("from", absence.from())
                .bind("until", absence.until())
                .bind("reason", absence.reason().map(AbsenceReason::value))
                .execute());
    }

    @Override
    public boolean delete(Absence absence) {
        return transactions.with(handle -> Arguments.person(handle.createUpdate(DELETE_ABSENCE), absence.person())
                        .bind("from", absence.from())
                        .execute()
                > 0);
    }

    private static <S extends SqlStatement<S>> S key(S statement, Shift shift) {
        return Arguments.person(statement, shift.person())
                .bind("role", shift.role())
                .bind("from", shift.from());
    }
}
