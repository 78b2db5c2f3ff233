package io.larkdesk.persistence.jdbi;

import io.larkdesk.core.budget.AllowanceChange;
import io.larkdesk.core.budget.BudgetHistory;
import io.larkdesk.core.budget.BudgetPolicy.Step;
import io.larkdesk.core.budget.ChangeReason;
import io.larkdesk.core.budget.StepEntry;
import io.larkdesk.core.tenant.Allowance;
import io.larkdesk.core.tenant.CallTerms;
import io.larkdesk.core.tenant.Edition;
import io.larkdesk.core.tenant.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The tables {@code budget_step} and {@code allowance_change}. */
final class JdbiBudgetHistory implements BudgetHistory {

    private static final String LIST_STEPS = "select * from budget_step where month = :month";
    private static final String LIST_STEPS_OF = LIST_STEPS + " and tenant_id = :tenant";
    private static final String ENTER = """
            insert into budget_step as known (tenant_id, month, step, first_at, last_at, told_at)
            values (:tenant, :month, :step, :at, :at, case when :isNews then null else :at end)
            on conflict (tenant_id, month, step) do update
            set last_at = greatest(known.last_at, excluded.last_at)
            """;
    private static final String LOCK_UNTOLD = """
            select * from budget_step where told_at is null
            order by first_at, tenant_id limit 1 for update skip locked
            """;
    private static final String TOLD = """
            update budget_step set told_at = :at
            where tenant_id = :tenant and month = :month and step = :step
            """;
    private static final String LIST_CHANGES = """
            select * from allowance_change where tenant_id = :tenant
            order by change desc limit :most
            """;
    private static final String ADD = """
            insert into allowance_change (tenant_id, changed_at, person_tenant_id, person_id,
                edition_before, allowance_before, edition_after, allowance_after, reason)
            values (:tenant, :at, :personTenant, :person,
                :editionBefore, :allowanceBefore, :editionAfter, :allowanceAfter, :reason)
            """;
    private static final RowMapper<StepEntry> STEP = (row, context) -> step(row);
    private static final RowMapper<AllowanceChange> CHANGE = (row, context) -> change(row);

    private final JdbiTransactions transactions;

    JdbiBudgetHistory(JdbiTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<StepEntry> listSteps(TenantId tenant, YearMonth month) {
        return transactions
                .with(handle -> handle.createQuery(LIST_STEPS_OF)
                        .bind("tenant", tenant)
                        .bind("month", month)
                        .map(STEP)
                        .list())
                .stream()
                .sorted(Comparator.comparing(StepEntry::step))
                .toList();
    }

    @Override
    public List<StepEntry> listSteps(YearMonth month) {
        return transactions.with(handle ->
                handle.createQuery(LIST_STEPS).bind("month", month).map(STEP).list());
    }

    @Override
    public void enter(TenantId tenant, YearMonth month, Step step, Instant at, boolean isNews) {
        transactions.with(handle -> handle.createUpdate(ENTER)
                .bind("tenant", tenant)
                .bind("month", month)
                .bind("step", step)
                .bind("at", at)
                .bind("isNews", isNews)
                .execute());
    }

    @Override
    public Optional<StepEntry> lockUntold() {
        return transactions.withRunning(
                handle -> handle.createQuery(LOCK_UNTOLD).map(STEP).findOne());
    }

    @Override
    public void told(StepEntry entry, Instant at) {
        transactions.with(handle -> handle.createUpdate(TOLD)
                .bind("tenant", entry.tenant())
                .bind("month", entry.month())
                .bind("step", entry.step())
                .bind("at", at)
                .execute());
    }

    @Override
    public List<AllowanceChange> listChanges(TenantId tenant, int most) {
        return transactions.with(handle -> handle.createQuery(LIST_CHANGES)
                .bind("tenant", tenant)
                .bind("most", most)
                .map(CHANGE)
                .list());
    }

    @Override
    public void add(AllowanceChange change) {
        transactions.with(handle -> Arguments.person(handle.createUpdate(ADD), change.by())
                .bind("tenant", change.tenant())
                .bind("at", change.at())
                .bind("editionBefore", change.before().edition())
                .bind("allowanceBefore", change.before().allowance().calls())
                .bind("editionAfter", change.after().edition())
                .bind("allowanceAfter", change.after().allowance().calls())
                .bind("reason", change.reason().value())
                .execute());
    }

    private static StepEntry step(ResultSet row) throws SQLException {
        return new StepEntry(
                Columns.tenant(row, "tenant_id"),
                YearMonth.from(row.getObject("month", LocalDate.class)),
                Step.valueOf(row.getString("step")),
                Columns.instant(row, "first_at"),
                Columns.instant(row, "last_at"));
    }

    private static AllowanceChange change(ResultSet row) throws SQLException {
        return new AllowanceChange(
                Columns.tenant(row, "tenant_id"),
                Columns.instant(row, "changed_at"),
                Columns.person(row, "person_tenant_id", "person_id"),
                new CallTerms(
                        Edition.valueOf(row.getString("edition_before")),
                        new Allowance(row.getInt("allowance_before"))),
                new CallTerms(
                        Edition.valueOf(row.getString("edition_after")), new Allowance(row.getInt("allowance_after"))),
                new ChangeReason(row.getString("reason")));
    }
}
